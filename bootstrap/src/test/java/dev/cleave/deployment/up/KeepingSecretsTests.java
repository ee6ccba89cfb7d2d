package dev.cleave.deployment.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.deployment.Profile;
import dev.cleave.deployment.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KeepingSecretsTests {

    private static final String URL = "jdbc:postgresql://db:5433/postgres?user=boss&password=hidden&sslmode=require";

    @TempDir
    Path folder;

    @Test
    void makesAPasswordUpOncePerName() {
        String ordering = new Secrets(folder.resolve("s")).of("ordering");

        assertThat(ordering).hasSizeGreaterThan(30);
        assertThat(new Secrets(folder.resolve("s")).of("ordering")).isEqualTo(ordering);
        assertThat(new Secrets(folder.resolve("s")).of("payment")).isNotEqualTo(ordering);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void letsNobodyElseReadIt() throws IOException {
        Secrets secrets = new Secrets(folder.resolve("s"));
        secrets.of("ordering");

        assertThat(Files.getPosixFilePermissions(secrets.file("ordering")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("s"))).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void tellsUnitsTheirOwnPasswordsAndNoneOnTheCommandLine() {
        Secrets secrets = new Secrets(folder.resolve("s"));
        StoreDatabases databases = new StoreDatabases(URL, "boss", "hidden", secrets);
        Profile hybrid = Profiles.named("hybrid");

        assertThat(databases.options()).containsExactly(
                "--cleave.store.url=jdbc:postgresql://db:5433/cleave_{name}?sslmode=require",
                "--cleave.store.username=cleave_{name}");
        Map<String, String> environment = databases.environment(hybrid.unit("shop").orElseThrow(), hybrid);
        assertThat(environment)
                .containsEntry("CLEAVE_STORES_ORDERING_PASSWORD", secrets.of("ordering"))
                .containsEntry("CLEAVE_STORES_SIMULATOR_PASSWORD", secrets.of("simulator"))
                .doesNotContainKeys("CLEAVE_STORES_INVENTORY_PASSWORD", "CLEAVE_STORES_EVENTS_PASSWORD");
        assertThat(environment.values()).doesNotContain("hidden");
    }

    @Test
    void refusesWhatIsNoPostgres() {
        assertThatThrownBy(() -> new StoreDatabases("jdbc:mysql://db/x", "boss", null, new Secrets(folder)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("jdbc:postgresql://localhost:5432/postgres");
    }
}
