package dev.cleave.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.platform.placement.MessageNames;
import dev.cleave.platform.placement.Placement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.env.StandardEnvironment;

/** Whatever a release stored under some name has a type in this build. */
class KeptNamesTests {

    static Stream<Path> kept() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/kept"))) {
            return folders.map(folder -> folder.resolve("names.txt")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void everyNameThatAReleaseStoredStillStandsForAType(Path release) throws IOException {
        MessageNames names = new MessageNames(
                Placement.of(new StandardEnvironment(), getClass().getClassLoader()).known(), false);
        assertThat(Files.readAllLines(release)).isNotEmpty().allSatisfy(name -> assertThat(names.typeOf(name))
                .as("%s, which is in %s: put it back into the %s of its context", name, release, MessageNames.FILE)
                .isPresent());
    }
}
