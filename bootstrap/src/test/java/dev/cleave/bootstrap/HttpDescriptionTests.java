package dev.cleave.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the program says of its own HTTP resources. */
@SpringBootTest(
        classes = Cleave.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "cleave.data-directory=target/http-description-tests/${random.uuid}")
class HttpDescriptionTests {

    private static final Map<String, List<String>> CHANGING = Map.ofEntries(
            Map.entry("post /api/catalog/products", List.of("201")),
            Map.entry("put /api/catalog/products/{sku}/price", List.of("204")),
            Map.entry("post /api/catalog/products/{sku}/retirement", List.of("204")),
            Map.entry("post /api/inventory/stock/{sku}/receipts", List.of("201")),
            Map.entry("post /api/inventory/stock/{sku}/adjustments", List.of("201")),
            Map.entry("post /api/ordering/orders", List.of("201")),
            Map.entry("post /api/ordering/orders/{order}/cancellation", List.of("202")),
            Map.entry("post /api/ordering/orders/{order}/returns", List.of("202")),
            Map.entry("post /api/ordering/customers/{customer}/erasure", List.of("202")),
            Map.entry("post /api/ordering/erasures", List.of("202")),
            Map.entry("post /api/payment/provider-events", List.of("204")),
            Map.entry("post /api/shipping/shipments/{shipment}/dispatch", List.of("202")),
            Map.entry("post /api/shipping/shipments/{shipment}/delivery", List.of("202")));

    @Test
    void everyOperationIsDescribedWithTheStatusThatItAnswersOnSuccess(@LocalServerPort int port) {
        Map<String, List<String>> reading = new TreeMap<>();
        Map<String, List<String>> changing = new TreeMap<>();
        api(port).path("paths").forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
            List<String> successes = operation.path("responses").propertyNames().stream()
                    .filter(status -> !status.equals("default"))
                    .toList();
            (method.equals("get") ? reading : changing).put(method + " " + path, successes);
        }));

        assertThat(changing).containsExactlyInAnyOrderEntriesOf(CHANGING);
        assertThat(reading).containsKey("get /api/ordering/orders/{order}")
                .allSatisfy((operation, successes) -> assertThat(successes).as(operation).containsExactly("200"));
    }

    @Test
    void anAnswerWithoutContentIsDescribedWithoutOne(@LocalServerPort int port) {
        api(port).path("paths")
                .forEachEntry((path, operations) -> operations
                        .forEachEntry((method, operation) -> assertThat(operation.path("responses").path("204").has("content"))
                                .as("%s %s", method, path).isFalse()));
    }

    @Test
    void theBareAddressLeadsToIt(@LocalServerPort int port) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
            HttpRequest bare = HttpRequest.newBuilder(URI.create("http://localhost:" + port)).build();
            assertThat(http.send(bare, HttpResponse.BodyHandlers.ofString()).body()).contains("Swagger UI");
        }
    }

    private static JsonNode api(int port) {
        byte[] body = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build()
                .get().uri("/v3/api-docs")
                .exchange()
                .expectStatus().isOk()
                .expectBody().returnResult().getResponseBody();
        return JsonMapper.shared().readTree(body);
    }
}
