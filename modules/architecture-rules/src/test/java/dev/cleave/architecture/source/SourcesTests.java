package dev.cleave.architecture.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"shop", "build", "target", ".work"})
    void areFoundWhateverTheProjectsFolderIsCalled(String name) throws IOException {
        Path root = folder.resolve(name);
        Path resources = Files.createDirectories(root.resolve("stock/src/main/resources"));

        assertThat(Sources.below(root).resourceFolders()).containsExactly(resources);
    }

    @Test
    void whatABuildLeavesIsPassedBy() throws IOException {
        Files.createDirectories(folder.resolve("target/unpacked/src/main/resources"));
        Files.createDirectories(folder.resolve("stock/build/src/main/resources"));

        assertThat(Sources.below(folder).resourceFolders()).isEmpty();
    }
}
