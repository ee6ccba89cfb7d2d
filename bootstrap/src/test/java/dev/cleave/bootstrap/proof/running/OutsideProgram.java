package dev.cleave.bootstrap.proof.running;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program that is not ours, as a process; a test that needs one is skipped, loudly, where there is none. */
public final class OutsideProgram implements AutoCloseable {

    private final Process process;
    private final Path log;

    private OutsideProgram(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** An executable on the path. */
    public static Path onThePath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> skip(name + " is not on the path; install it (Debian: prometheus)"));
    }

    /** A jar that an environment variable names, or that is in the folder {@code .cleave} at home. */
    public static Path jar(String variable, String name) {
        String given = System.getenv(variable);
        Path jar = given != null ? Path.of(given) : Path.of(System.getProperty("user.home"), ".cleave", name);
        return Files.isRegularFile(jar) ? jar : skip("there is no " + jar + "; put it there, or name it in " + variable);
    }

    private static Path skip(String reason) {
        System.err.println("\n***** SKIPPED: " + reason + " *****\n");
        Assumptions.abort(reason);
        throw new IllegalStateException(reason);
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static OutsideProgram start(Path folder, String name, List<String> command) {
        Path log = folder.resolve(name + ".log");
        try {
            Files.createDirectories(folder);
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new OutsideProgram(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it ends by itself; its exit code. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
