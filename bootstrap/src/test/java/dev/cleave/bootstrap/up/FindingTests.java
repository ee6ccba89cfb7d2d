package dev.cleave.bootstrap.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class FindingTests {

    @TempDir
    Path folder;

    @Test
    void findsTheAxonServerThatIsNamedOrLiesInItsPlace() throws IOException {
        assertThat(AxonServer.jar(null, folder)).isNull();
        assertThatThrownBy(() -> AxonServer.jar("/no/such.jar", folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("AXONSERVER_JAR names /no/such.jar");

        Path usual = Files.createFile(Files.createDirectory(folder.resolve(".cleave")).resolve("axonserver.jar"));
        assertThat(AxonServer.jar("", folder)).isEqualTo(usual);

        Path named = Files.createFile(folder.resolve("other.jar"));
        assertThat(AxonServer.jar(named.toString(), folder)).isEqualTo(named);
    }

    @Test
    void findsTheNewestPostgresOrTheOneThatMadeTheFiles() throws IOException {
        Path fifteen = postgres("lib/15/bin", 15);
        Path eighteen = postgres("lib/18/bin", 18);
        Path sixteen = postgres("in-path", 16);
        List<String> places = List.of(folder + "/lib/*/bin", "/no/such/*/place");

        assertThat(PostgresServer.programs(List.of(sixteen), places, Optional.empty())).contains(eighteen);
        assertThat(PostgresServer.programs(List.of(sixteen), places, Optional.of(15))).contains(fifteen);
        assertThat(PostgresServer.programs(List.of(sixteen), List.of(), Optional.empty())).contains(sixteen);
        assertThat(PostgresServer.programs(List.of(sixteen), places, Optional.of(14))).isEmpty();
    }

    private Path postgres(String place, int release) throws IOException {
        Path programs = Files.createDirectories(folder.resolve(place));
        for (String program : List.of("initdb", "postgres")) {
            Path file = programs.resolve(program);
            Files.writeString(file, "#!/bin/sh\necho 'postgres (PostgreSQL) " + release + ".1'\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        return programs;
    }
}
