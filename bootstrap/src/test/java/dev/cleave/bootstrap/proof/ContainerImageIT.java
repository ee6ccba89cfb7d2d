package dev.cleave.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The container image, where one has been built and is named: {@code docker build -t cleave .}, and then
 * {@code mvn verify -Dcleave.image=cleave}. Building it takes minutes, so that it is not done here.
 */
class ContainerImageIT {

    private static final String IMAGE = System.getProperty("cleave.image", "");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static boolean told;

    private String container = "";

    @BeforeEach
    void needsAnImage() {
        if (IMAGE.isEmpty()) {
            String message = "SKIPPED: the container image was not tested. Build it, and name it with -Dcleave.image=NAME.";
            if (!told) {
                System.err.println(message);
                told = true;
            }
            Assumptions.abort(message);
        }
    }

    @AfterEach
    void remove() throws Exception {
        if (!container.isEmpty()) {
            docker("rm", "--force", "--volumes", container);
        }
    }

    @Test
    void servesWithoutRightsOnAFileSystemThatCantBeWrittenAndStopsInOrder() throws Exception {
        container = docker("run", "--detach", "--read-only", "--tmpfs", "/tmp", "--cap-drop", "ALL",
                "--security-opt", "no-new-privileges", "--memory", "768m", "--publish", "127.0.0.1::8080", IMAGE);
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1))
                .until(() -> docker("inspect", "--format", "{{.State.Health.Status}}", container).equals("healthy"));

        assertThat(docker("exec", container, "id", "-u")).isEqualTo("10001");
        URI products = URI.create("http://" + docker("port", container, "8080/tcp") + "/api/catalog/products");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(products)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            """
                            {"sku": "MUG-1", "name": "Mug", "price": {"amount": "2.50", "currency": "GBP"}}"""))
                    .build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(201);
        }

        docker("stop", "--time", "60", container);

        assertThat(docker("inspect", "--format", "{{.State.ExitCode}}", container)).isEqualTo("0");
        assertThat(docker("logs", container)).contains("Graceful shutdown complete");
    }

    @Test
    void bringsTheProfilesAlong() throws Exception {
        String answer =
                docker("run", "--rm", "--read-only", "--tmpfs", "/tmp", IMAGE, "render", "hybrid", "--output", "/tmp/hybrid");

        assertThat(answer).contains("hybrid: ");
    }

    @Test
    void knowsItsArchitectureAsItWasBuilt() throws Exception {
        String answer = docker("run", "--rm", "--read-only", "--tmpfs", "/tmp", IMAGE, "report", "--to", "/tmp/report");

        assertThat(answer).contains("of which none is broken; the boundaries hold.");
    }

    private static String docker(String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("docker"), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(String.join(" ", command) + ": " + answer).isZero();
        return answer;
    }
}
