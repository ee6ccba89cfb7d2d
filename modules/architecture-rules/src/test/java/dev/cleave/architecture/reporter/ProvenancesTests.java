package dev.cleave.architecture.reporter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.architecture.report.Report.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvenancesTests {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    private Path folder;

    @Test
    void namesTheVersionsOnTheClassPathAndThoseToldFirst() {
        Provenance provenance = Provenances.of(folder, Instant.EPOCH, new LinkedHashMap<>(Map.of("Cafe", "7")));
        assertThat(provenance.versions().sequencedKeySet().getFirst()).isEqualTo("Cafe");
        assertThat(provenance.versions())
                .containsEntry("Cafe", "7")
                .containsEntry("Java", Runtime.version().toString())
                .hasEntrySatisfying("Spring Boot", version -> assertThat(version).matches("\\d+\\.\\d+\\.\\d+.*"))
                .containsKeys("Axon Framework", "ArchUnit")
                .doesNotContainKey("Spring Modulith");
    }

    @Test
    void knowsNoCommitOutsideARepository() {
        assertThat(Provenances.of(folder, null, new LinkedHashMap<>()))
                .returns(null, Provenance::commit)
                .returns(null, Provenance::at)
                .returns(false, Provenance::changed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refs/heads/main", "packed-refs", "HEAD"})
    void readsTheCommitWhereverItStands(String where) throws IOException {
        Path repository = Files.createDirectories(folder.resolve(".git/refs/heads")).getParent().getParent();
        Files.writeString(repository.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(
                repository.resolve(where),
                where.equals("packed-refs") ? "# pack-refs with: peeled\n" + COMMIT + " refs/heads/main\n" : COMMIT + "\n");
        Path below = Files.createDirectories(folder.resolve("modules/one"));
        assertThat(Provenances.of(below, null, new LinkedHashMap<>()).commit()).isEqualTo(COMMIT);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/cafe/cafe.git, https://example.org/cafe/cafe",
        "https://ann:secret@example.org/cafe, https://example.org/cafe",
        "git@example.org:cafe/cafe.git, https://example.org/cafe/cafe",
        "ssh://git@example.org:2222/cafe/cafe.git, https://example.org/cafe/cafe"})
    void givesTheAddressThatABrowserAsksForAndNobodysPassword(String remote, String address) {
        assertThat(Provenances.webAddress(remote)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/srv/git/cafe", "../cafe", "file:///srv/git/cafe", "C:\\git\\cafe"})
    void givesNoAddressOfAFolder(String remote) {
        assertThat(Provenances.webAddress(remote)).isEmpty();
    }
}
