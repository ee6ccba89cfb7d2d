package dev.cleave.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.proof.running.OutsideProgram;
import dev.cleave.bootstrap.proof.running.RunningCleave;
import dev.cleave.bootstrap.proof.running.Zipkin;
import dev.cleave.bootstrap.proof.shop.Order;
import dev.cleave.bootstrap.proof.shop.Shop;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator sees of a running system, through a real Zipkin and a real Prometheus. */
@Execution(ExecutionMode.CONCURRENT)
class SeeingIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path OBSERVABILITY = Path.of("../deployment-profiles/observability").toAbsolutePath().normalize();

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void anOrderIsOneTraceFromTheRequestToTheShipmentThatIsPrepared() {
        try (Zipkin zipkin = new Zipkin(folder); RunningCleave cleave = new RunningCleave(folder, zipkin.options())) {
            zipkin.awaitReady();
            cleave.start();
            Shop shop = new Shop(cleave::url);
            shop.confirmed(Order.of(shop.product("1.00", 1), 1));
            OrderTrace.awaitIn(zipkin, context -> "cleave");
        }
    }

    @Test
    void alertsSoundWhenTheyShouldAndOnlyThen() throws Exception {
        Path promtool = OutsideProgram.onThePath("promtool");
        try (OutsideProgram checked = OutsideProgram.start(folder, "check",
                List.of(promtool.toString(), "check", "config", OBSERVABILITY.resolve("prometheus.yml").toString()))) {
            assertThat(checked.awaitEnd()).as(checked.log()).isZero();
        }
        try (OutsideProgram tested = OutsideProgram.start(folder, "test",
                List.of(promtool.toString(), "test", "rules", OBSERVABILITY.resolve("alerts.test.yaml").toString()))) {
            assertThat(tested.awaitEnd()).as(tested.log()).isZero();
        }
    }

    @Test
    void everyAlertAndEveryPanelHasSomethingToShow() throws Exception {
        Path program = OutsideProgram.onThePath("prometheus");
        try (RunningCleave cleave = new RunningCleave(folder, "--cleave.metrics.interval=1s").start()) {
            Shop shop = new Shop(cleave::url);
            String sku = shop.product("1.00", 5);
            shop.completed(Order.of(sku, 1));
            int port = OutsideProgram.freePort();
            URI prometheus = URI.create("http://127.0.0.1:" + port);
            Path settings = folder.resolve("prometheus.yml");
            Files.writeString(settings, Files.readString(OBSERVABILITY.resolve("prometheus.yml"))
                    .replace("15s", "1s")
                    .replace("alerts.yaml", OBSERVABILITY.resolve("alerts.yaml").toString())
                    .replace("localhost:8080", "127.0.0.1:" + cleave.url().getPort()));
            List<String> command = List.of(
                    program.toString(), "--config.file=" + settings, "--web.listen-address=127.0.0.1:" + port,
                    "--storage.tsdb.path=" + folder.resolve("tsdb"));
            try (OutsideProgram _ = OutsideProgram.start(folder, "prometheus", command)) {
                Shop.patiently("Prometheus").ignoreExceptions().until(() -> get(prometheus.resolve("/api/v1/rules")) != null);
                Map<String, String> questions = new HashMap<>();
                JsonNode rules = get(prometheus.resolve("/api/v1/rules")).at("/data/groups/0/rules");
                assertThat(rules).hasSizeGreaterThan(10);
                rules.forEach(rule -> questions.put(
                        rule.path("name").asString(),
                        rule.path("query").asString().replaceFirst("\\s(>|<|==)\\s[\\d.]+$", "")));
                for (JsonNode panel : JSON.readTree(Files.readString(OBSERVABILITY.resolve("dashboard.json"))).path("panels")) {
                    panel.path("targets").forEach(target -> questions.put(
                            panel.path("title").asString() + " " + target.path("refId").asString(),
                            target.path("expr").asString().replace("$__rate_interval", "1m").replace("$unit", "cleave")));
                }
                assertThat(questions).hasSizeGreaterThan(40);
                Shop.patiently("an answer to every question").untilAsserted(() -> {
                    shop.get("/api/ordering/orders").expect(200);
                    assertThat(unanswered(prometheus, questions)).isEmpty();
                });
                JsonNode sounding = get(prometheus.resolve("/api/v1/alerts")).at("/data/alerts");
                assertThat(Stream.of(sounding).flatMap(alerts -> alerts.valueStream())
                        .filter(alert -> alert.path("state").asString().equals("firing"))
                        .map(alert -> alert.at("/labels/alertname").asString())).isEmpty();
            }
        }
    }

    private List<String> unanswered(URI prometheus, Map<String, String> questions) throws Exception {
        List<String> unanswered = new ArrayList<>();
        for (Map.Entry<String, String> question : questions.entrySet()) {
            String query = URLEncoder.encode(question.getValue(), StandardCharsets.UTF_8);
            JsonNode answer = get(prometheus.resolve("/api/v1/query?query=" + query));
            if (answer == null || answer.at("/data/result").isEmpty()) {
                unanswered.add(question.getKey() + ": " + question.getValue());
            }
        }
        return unanswered;
    }

    private JsonNode get(URI uri) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : null;
    }
}
