package dev.cleave.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A customer of the shop, over HTTP. */
final class Shop {

    private final JsonMapper json = JsonMapper.shared();
    private final RestTestClient http;

    Shop(int port) {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port + "/api/ordering").build();
    }

    static String order(String customer, String token, String... skusAndQuantities) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < skusAndQuantities.length; i += 2) {
            lines.append(i > 0 ? "," : "")
                    .append("{\"sku\":\"%s\",\"quantity\":%s}".formatted(skusAndQuantities[i], skusAndQuantities[i + 1]));
        }
        return """
                {"customer":{%s"name":"Ada Lovelace","email":"ada@example.org"},
                 "shipTo":{"street":"1 Home Street","city":"Marylebone","postcode":"N1 9GU","country":"GB"},
                 "lines":[%s],"payment":{"token":"%s"}}"""
                .formatted(customer == null ? "" : "\"id\":\"" + customer + "\",", lines, token);
    }

    /** Places an order that must be taken, and gives its number. */
    String place(String body) {
        var response = post("/orders", body).expectStatus().isCreated();
        JsonNode answer = body(response);
        String order = answer.get("orderId").asString();
        response.expectHeader().location("/api/ordering/orders/" + order);
        assertThat(answer.get("status").asString()).isEqualTo("placed");
        return order;
    }

    JsonNode order(String order) {
        return body(get("/orders/" + order).expectStatus().isOk());
    }

    String status(String order) {
        return order(order).get("status").asString();
    }

    List<String> timeline(String order) {
        return order(order).get("timeline").valueStream()
                .map(step -> step.get("what").asString()
                        + (step.hasNonNull("note") ? " " + step.get("note").asString() : ""))
                .toList();
    }

    List<String> list(String query) {
        return body(get("/orders" + query).expectStatus().isOk()).get("items").valueStream()
                .map(order -> order.get("orderId").asString())
                .toList();
    }

    JsonNode body(RestTestClient.ResponseSpec response) {
        return json.readTree(response.expectBody(String.class).returnResult().getResponseBody());
    }

    JsonNode problem(RestTestClient.ResponseSpec response, int status, String code) {
        JsonNode problem = body(response
                .expectStatus().isEqualTo(status)
                .expectHeader().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("detail").asString()).isNotBlank().doesNotContain("Exception", "dev.cleave");
        return problem;
    }

    RestTestClient.ResponseSpec get(String path) {
        return http.get().uri(path).exchange();
    }

    RestTestClient.ResponseSpec post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    /** @param key none, or that of the request */
    RestTestClient.ResponseSpec post(String path, String body, String key) {
        var request = http.post().uri(path);
        if (key != null) {
            request = request.header("Idempotency-Key", key);
        }
        return body == null
                ? request.exchange()
                : request.header(HttpHeaders.CONTENT_TYPE, "application/json").body(body).exchange();
    }

    static Map<String, String> noPersonalData() {
        return Map.of("name", "Lovelace", "email", "ada@example", "street", "Home Street", "city", "Marylebone");
    }
}
