package dev.cleave.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class JarIT {

    @Test
    void holdsTheReportAndNotWhatMadeIt() throws IOException {
        try (ZipFile jar = new ZipFile(Path.of(System.getProperty("cleave.jar")).toFile())) {
            List<String> entries = jar.stream().map(ZipEntry::getName).toList();
            assertThat(entries)
                    .anyMatch(entry -> entry.endsWith("META-INF/cleave/architecture.json"))
                    .anyMatch(entry -> entry.endsWith("META-INF/cleave/architecture.html"))
                    .noneMatch(entry -> entry.matches("BOOT-INF/lib/(archunit|architecture-rules).*"));
        }
    }
}
