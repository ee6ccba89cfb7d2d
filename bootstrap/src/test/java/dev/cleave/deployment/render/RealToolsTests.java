package dev.cleave.deployment.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is rendered, as the tools see it that are to run it; skipped, and said so, where a tool is not installed. */
class RealToolsTests {

    @ParameterizedTest
    @MethodSource("profiles")
    void kustomizeBuildsTheManifests(String profile) {
        requires("kubectl", "v", "kubectl", "version", "--client");
        Answer built = ask("kubectl", "kustomize", folder(profile, "kubernetes"));

        assertThat(built.exit()).as(built.text()).isZero();
        assertThat(built.text()).contains("namespace: cleave", "kind: NetworkPolicy", "image: cleave:latest")
                .containsPattern("name: cleave-[a-z0-9]{10}");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void composeTakesTheFile(String profile) {
        requires("Docker Compose 2", "^v?([2-9]|[1-9]\\d)\\.", "docker", "compose", "version", "--short");
        Answer read = ask("docker", "compose", "-f", folder(profile, "compose.yaml"), "config", "--quiet");

        assertThat(read.exit()).as(read.text()).isZero();
        assertThat(read.text()).doesNotContain("warning");
    }

    @ParameterizedTest
    @MethodSource("fronts")
    void caddyTakesTheFront(String profile) {
        requires("Caddy", "^v?2\\.", "caddy", "version");
        Answer read = ask("caddy", "validate", "--config", folder(profile, "compose/front.json"));

        assertThat(read.exit()).as(read.text()).isZero();
    }

    static List<String> profiles() {
        return KeptFilesTests.profiles();
    }

    static List<String> fronts() {
        return profiles().stream()
                .filter(profile -> KeptFilesTests.PROFILES.resolve(profile).resolve("compose/front.json").toFile().exists())
                .toList();
    }

    private static String folder(String profile, String below) {
        return KeptFilesTests.PROFILES.resolve(profile).resolve(below).toString();
    }

    private record Answer(int exit, String text) {}

    private static void requires(String tool, String version, String... command) {
        Answer answer = ask(command);
        if (answer.exit() != 0 || !Pattern.compile(version).matcher(answer.text()).find()) {
            String message = "SKIPPED: " + tool + " is not installed; what render writes was not checked by it.";
            System.err.println(message);
            Assumptions.abort(message);
        }
    }

    private static Answer ask(String... command) {
        try {
            Path nothing = Path.of(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(nothing.toFile())
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(1, TimeUnit.MINUTES) ? new Answer(process.exitValue(), text) : new Answer(-1, text);
        } catch (IOException e) {
            return new Answer(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(-1, "interrupted");
        }
    }
}
