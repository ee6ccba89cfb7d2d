package dev.cleave.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarIT {

    private static final Path JAR = Path.of(System.getProperty("cleave.jar")).toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void holdsTheReportAndNotWhatMadeIt() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            List<String> entries = jar.stream().map(ZipEntry::getName).toList();
            assertThat(entries)
                    .anyMatch(entry -> entry.endsWith("META-INF/cleave/architecture.json"))
                    .anyMatch(entry -> entry.endsWith("META-INF/cleave/architecture.html"))
                    .noneMatch(entry -> entry.matches("BOOT-INF/lib/(archunit|spring-modulith).*"));
        }
    }

    @Test
    void writesTheReportWithoutWhatMadeIt() throws Exception {
        assertThat(java("-jar", JAR.toString(), "report", "--to", "here")).isZero();

        assertThat(folder.resolve("here")).isDirectoryContaining("glob:**/index.html")
                .isDirectoryContaining("glob:**/report.json");
        assertThat(folder.resolve("out")).content().contains("The report is at ", "the boundaries hold.", "hybrid: ");
    }

    @Test
    void runsWithoutTheReportAndItsFormsInMemory() throws Exception {
        int exit = java("-Xlog:class+load:file=loaded", "-Dspring.context.exit=onRefresh", "-jar", JAR.toString(),
                "--cleave.data-directory=data", "--server.port=0");

        assertThat(exit).as(Files.readString(folder.resolve("out"))).isZero();
        try (Stream<String> loaded = Files.lines(folder.resolve("loaded"))) {
            assertThat(loaded.filter(line -> line.contains(" dev.cleave.")).map(line -> line.split(" dev\\.cleave\\.")[1]))
                    .anyMatch(type -> type.startsWith("bootstrap.architecture.ArchitectureEndpoint "))
                    .noneMatch(type -> type.startsWith("architecture."))
                    .noneMatch(type -> type.startsWith("bootstrap.architecture.report."));
        }
    }

    /** Runs it in the folder of this test. */
    private int java(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ended by itself").isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
