package dev.cleave.deployment.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class FindingTests {

    private static final String AXON_SERVER = "io.axoniq.axonserver.AxonServer";

    @TempDir
    Path folder;

    @Test
    void findsTheAxonServerThatIsNamedOrLiesInItsPlace() throws IOException {
        assertThat(AxonServer.jar(null, folder)).isNull();
        assertThatThrownBy(() -> AxonServer.jar("/no/such.jar", folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("AXONSERVER_JAR names /no/such.jar");

        Path usual = jar(Files.createDirectory(folder.resolve(".cleave")).resolve("axonserver.jar"), AXON_SERVER);
        assertThat(AxonServer.jar("", folder)).isEqualTo(usual);

        Path named = jar(folder.resolve("other.jar"), AXON_SERVER);
        assertThat(AxonServer.jar(named.toString(), folder)).isEqualTo(named);
    }

    @Test
    void refusesWhatIsNotTheJarOfAxonServer() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "Not found");
        assertThatThrownBy(() -> AxonServer.jar(text.toString(), folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll("AXONSERVER_JAR names " + text, "can't be read as a jar");

        Path other = jar(folder.resolve("cleave.jar"), "dev.cleave.bootstrap.Cleave");
        assertThatThrownBy(() -> AxonServer.jar(other.toString(), folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll("AXONSERVER_JAR names " + other, "another program");

        Path usual = jar(Files.createDirectory(folder.resolve(".cleave")).resolve("axonserver.jar"), "org.example.Other");
        assertThatThrownBy(() -> AxonServer.jar(null, folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll("There is " + usual, "another program");
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

    private static Path jar(Path file, String program) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Start-Class"), program);
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
        return file;
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
