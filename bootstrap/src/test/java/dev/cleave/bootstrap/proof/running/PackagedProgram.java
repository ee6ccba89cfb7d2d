package dev.cleave.bootstrap.proof.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * How tests start the packaged program: extracted and with an AOT cache, as the container image does, which takes a third of the processor
 * time that a start of the jar takes. Both are made once per jar.
 */
final class PackagedProgram {

    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private PackagedProgram() {}

    /** The command that starts it, without its own options. */
    static synchronized List<String> command(String... jvmOptions) {
        Path jar = Path.of(System.getProperty("cleave.jar", "target/cleave.jar")).toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing; build it with: mvn package");
        }
        Path home = jar.resolveSibling("extracted");
        try {
            Files.createDirectories(home);
            try (FileChannel channel = FileChannel.open(
                    home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock alone = channel.lock()) {
                Path made = home.resolve(String.valueOf(Files.getLastModifiedTime(jar).toMillis()));
                if (!Files.exists(made.resolve("cleave.aot"))) {
                    forgetOlder(home);
                    make(jar, home, made);
                }
                List<String> command = new ArrayList<>(List.of(java()));
                command.addAll(JVM);
                command.addAll(List.of(jvmOptions));
                command.addAll(
                        List.of("-XX:AOTCache=" + made.resolve("cleave.aot"), "-jar", made.resolve("cleave.jar").toString()));
                return command;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forgetOlder(Path home) throws IOException {
        try (Stream<Path> older = Files.list(home)) {
            for (Path folder : older.filter(Files::isDirectory).toList()) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
    }

    private static void make(Path jar, Path home, Path made) throws IOException {
        Path making = home.resolve("making");
        FileSystemUtils.deleteRecursively(making);
        run(home, List.of(java(), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", made.toString()));
        List<String> training = new ArrayList<>(List.of(java()));
        training.addAll(JVM);
        training.addAll(List.of(
                "-XX:AOTCacheOutput=" + made.resolve("cleave.aot"), "-Dspring.context.exit=onRefresh",
                "-jar", made.resolve("cleave.jar").toString(), "--server.port=0", "--cleave.data-directory=" + making));
        run(home, training);
        FileSystemUtils.deleteRecursively(making);
    }

    private static void run(Path home, List<String> command) throws IOException {
        Path log = home.resolve("log");
        try {
            int exit = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException(command + " ended with " + exit + ":\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
