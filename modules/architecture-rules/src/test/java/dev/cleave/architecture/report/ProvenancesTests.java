package dev.cleave.architecture.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.architecture.report.Report.Provenance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvenancesTests {

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

    @Test
    void namesTheCommitOfTheWorkingTreeAndWhetherItHasChanged() throws Exception {
        git("init", "-q");
        git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "--allow-empty", "-m", "First");
        Provenance clean = Provenances.of(folder, null, new LinkedHashMap<>());
        assertThat(clean.commit()).matches("[0-9a-f]{40}|[0-9a-f]{64}");
        assertThat(clean.changed()).isFalse();

        Files.writeString(folder.resolve("note.txt"), "new");
        assertThat(Provenances.of(folder, null, new LinkedHashMap<>()))
                .returns(clean.commit(), Provenance::commit)
                .returns(true, Provenance::changed);
    }

    private void git(String... arguments) throws Exception {
        Process git = new ProcessBuilder(Stream.concat(Stream.of("git", "-C", folder.toString()), Stream.of(arguments)).toList())
                .redirectErrorStream(true)
                .start();
        assertThat(git.waitFor()).as(new String(git.getInputStream().readAllBytes())).isZero();
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
