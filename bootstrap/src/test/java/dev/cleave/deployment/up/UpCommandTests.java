package dev.cleave.deployment.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.Cleave;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What can't be started, said before anything is. */
class UpCommandTests {

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private final StringWriter wrong = new StringWriter();

    @Test
    void takesAWishThatTheProfileCantFulfilForAWrongCommand() {
        assertThat(up("hybrid", "--scale", "warehouse=2")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(wrong.toString()).contains("set store: postgresql for it in the profile hybrid");
        assertThat(up("hybrid", "--scale", "shopp=2")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(wrong.toString()).contains("There is no unit shopp");
        assertThat(up("hybrid", "--port", "99999")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(wrong.toString()).contains("--port is 99999. Give one from 1 to 65535");
    }

    @Test
    void saysThatAServerIsNotThereBeforeItMakesAnything() throws IOException {
        int nobody = freePort();
        assertThat(up("split", "--port", "0", "--axon-server", "localhost:" + nobody)).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(wrong.toString()).contains("No Axon Server answers at localhost:" + nobody);
        assertNothingWasMade();
    }

    @Test
    void saysThatAnAddressOfPostgresqlIsNoneBeforeItMakesAnything() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(up(
                    "split", "--port", "0", "--axon-server", "127.0.0.1:" + server.getLocalPort(),
                    "--postgres-url", "mysql://localhost"))
                    .isEqualTo(CommandLine.ExitCode.SOFTWARE);
        }
        assertThat(wrong.toString()).contains("--postgres-url is no URL of a PostgreSQL server");
        assertNothingWasMade();
    }

    @Test
    void saysThatNoPostgresqlAnswers() throws IOException {
        int nobody = freePort();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(up(
                    "split", "--port", "0", "--axon-server", "127.0.0.1:" + server.getLocalPort(),
                    "--postgres-url", "jdbc:postgresql://127.0.0.1:" + nobody + "/postgres"))
                    .isEqualTo(CommandLine.ExitCode.SOFTWARE);
        }
        assertThat(wrong.toString()).contains(
                "The PostgreSQL server at jdbc:postgresql://127.0.0.1:" + nobody + " can't be reached", "--postgres-url");
        assertThat(said.toString()).contains("Stopped; nothing is left running.");
    }

    @Test
    void saysThatAFolderCantBeWrittenTo() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(run("monolith", "--port", "0", "--directory", file.toString())).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(wrong.toString()).contains("The folder " + file + " can't be written to", "--directory");
    }

    private void assertNothingWasMade() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
        assertThat(said.toString()).isEmpty();
    }

    private int up(String... arguments) {
        List<String> all = Stream.concat(
                Stream.of(arguments), Stream.of("--directory", folder.resolve("data").toString()))
                .toList();
        return run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        UpCommand command = new UpCommand(new Program(Cleave.class, Comparator.naturalOrder()));
        command.typed = InputStream.nullInputStream();
        return new CommandLine(command)
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(wrong, true))
                .execute(arguments);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
