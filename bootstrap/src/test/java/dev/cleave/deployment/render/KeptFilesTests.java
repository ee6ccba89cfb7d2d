package dev.cleave.deployment.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.deployment.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeptFilesTests {

    static final Path PROFILES = Path.of("..", "deployment-profiles");

    @ParameterizedTest
    @MethodSource("profiles")
    void areWhatRenderWrites(String profile) throws IOException {
        assertThat(kept(PROFILES.resolve(profile)))
                .as("the files kept in deployment-profiles/%s. Mend them with: java -jar bootstrap/target/cleave.jar render %s",
                        profile, profile)
                .isEqualTo(Rendering.of(Profiles.named(profile), null, "../.."));
    }

    static List<String> profiles() {
        return Profiles.names();
    }

    private static SortedMap<String, String> kept(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("compose.yaml", Files.readString(folder.resolve("compose.yaml")));
        for (String below : List.of(Rendering.COMPOSE, Rendering.KUBERNETES)) {
            if (Files.exists(folder.resolve(below))) {
                try (Stream<Path> found = Files.walk(folder.resolve(below))) {
                    for (Path file : found.filter(Files::isRegularFile).toList()) {
                        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                    }
                }
            }
        }
        return files;
    }
}
