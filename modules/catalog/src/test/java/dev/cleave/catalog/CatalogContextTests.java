package dev.cleave.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.platform.test.ContextTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starts catalog alone. */
@ContextTest
class CatalogContextTests {

    @Autowired
    private EventStore events;

    @LocalServerPort
    private int port;

    private final JsonMapper json = JsonMapper.shared();

    private RestTestClient http;

    @BeforeEach
    void connect() {
        http = RestTestClient.bindToServer().build();
    }

    @Test
    void showsAProductRightAfterItWasListed() {
        list("LAMP-1", "Desk lamp", "12.50")
                .expectStatus().isCreated()
                .expectHeader().location("/api/catalog/products/LAMP-1")
                .expectHeader().doesNotExist("Cleave-View");

        JsonNode product = body(get("/LAMP-1").expectStatus().isOk());
        assertThat(product.get("sku").asString()).isEqualTo("LAMP-1");
        assertThat(product.get("name").asString()).isEqualTo("Desk lamp");
        assertThat(product.get("description").isNull()).isTrue();
        assertThat(product.get("price")).isEqualTo(json.readTree("{\"amount\":\"12.50\",\"currency\":\"GBP\"}"));
        assertThat(product.get("retired").asBoolean()).isFalse();
        assertThat(product.get("listedAt").asString()).endsWith("Z");
    }

    @Test
    void takesTheSameListingAgainCalmlyAndRefusesAnother() {
        list("LAMP-2", "Desk lamp", "12.50").expectStatus().isCreated();
        JsonNode again = body(list("LAMP-2", "Desk lamp", "12.50").expectStatus().isOk());
        assertThat(again.get("alreadyDone").asBoolean()).isTrue();
        assertThat(again.get("product").get("name").asString()).isEqualTo("Desk lamp");

        expectProblem(list("LAMP-2", "Floor lamp", "12.50"), 409, "product-already-listed");
        assertThat(history("LAMP-2")).containsExactly("ProductListed");
        assertThat(body(get("/LAMP-2")).get("name").asString()).isEqualTo("Desk lamp");
    }

    @Test
    void changesAPriceAndItsCurrency() {
        list("LAMP-3", "Desk lamp", "12.50").expectStatus().isCreated();

        assertThat(done(price("LAMP-3", "{\"amount\":\"1300\",\"currency\":\"JPY\"}"))).isTrue();
        assertThat(done(price("LAMP-3", "{\"amount\":\"1300\",\"currency\":\"JPY\"}"))).isFalse();

        assertThat(body(get("/LAMP-3")).get("price")).isEqualTo(json.readTree("{\"amount\":\"1300\",\"currency\":\"JPY\"}"));
        assertThat(history("LAMP-3")).containsExactly("ProductListed", "PriceChanged");
    }

    @Test
    void retiresAProductForGood() {
        list("LAMP-4", "Desk lamp", "12.50").expectStatus().isCreated();

        assertThat(done(retire("LAMP-4"))).isTrue();
        assertThat(done(retire("LAMP-4"))).isFalse();

        assertThat(body(get("/LAMP-4")).get("retired").asBoolean()).isTrue();
        expectProblem(price("LAMP-4", "{\"amount\":\"13.00\",\"currency\":\"GBP\"}"), 409, "product-retired");
        expectProblem(list("LAMP-4", "Desk lamp", "12.50"), 409, "product-retired");
        assertThat(history("LAMP-4")).containsExactly("ProductListed", "ProductRetired");
    }

    @Test
    void correctsNameAndDescriptionAndFindsTheProductByItsNewNameOnly() {
        list("TEXT-1", "Desk lmap", "12.50").expectStatus().isCreated();

        JsonNode corrected = body(text("TEXT-1", "{\"name\":\"Desk lamp\",\"description\":\"Bright\"}").expectStatus().isOk());
        assertThat(corrected.get("alreadyDone").asBoolean()).isFalse();
        assertThat(corrected.get("product").get("name").asString()).isEqualTo("Desk lamp");
        assertThat(corrected.get("product").get("description").asString()).isEqualTo("Bright");
        assertThat(skus("?search=lmap")).doesNotContain("TEXT-1");
        assertThat(skus("?search=text-1")).containsExactly("TEXT-1");

        assertThat(done(text("TEXT-1", "{\"name\":\"Desk lamp\"}"))).isFalse();
        assertThat(done(text("TEXT-1", "{\"description\":\"\"}"))).isTrue();
        assertThat(body(get("/TEXT-1")).get("description").isNull()).isTrue();
        assertThat(history("TEXT-1")).containsExactly("ProductListed", "ProductTextChanged", "ProductTextChanged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":null}", "{\"name\":\" \"}", "{\"name\":7}", "{\"title\":\"A\"}", "[]", ""})
    void refusesACorrectionThatCorrectsNothing(String body) {
        list("TEXT-2", "Desk lamp", "12.50");
        expectProblem(text("TEXT-2", body), 400, "malformed-request");
        assertThat(history("TEXT-2")).containsExactly("ProductListed");
    }

    @Test
    void refusesACorrectionOfWhatWasNeverListedAndOneThatIsTooLong() {
        expectProblem(text("NEVER", "{\"name\":\"A\"}"), 404, "product-unknown");
        list("TEXT-3", "Desk lamp", "12.50").expectStatus().isCreated();
        expectProblem(text("TEXT-3", "{\"name\":\"" + "x".repeat(201) + "\"}"), 400, "malformed-request");
        expectProblem(text("TEXT-3", "{\"name\":\"a\\u0007b\"}"), 422, "product-text-out-of-range");
        assertThat(history("TEXT-3")).containsExactly("ProductListed");
    }

    @Test
    void listsTheOldestOrTheNewestFirstToo() {
        List<String> listed = List.of("SEQ-b", "SEQ-a", "SEQ-d", "SEQ-c");
        listed.forEach(sku -> list(sku, "Sequence", "1.00").expectStatus().isCreated());

        assertThat(pages("?search=seq-&limit=3")).containsExactly("SEQ-a", "SEQ-b", "SEQ-c", "SEQ-d");
        assertThat(pages("?search=seq-&limit=3&sequence=oldest")).isEqualTo(listed);
        assertThat(pages("?search=seq-&limit=3&sequence=newest")).isEqualTo(listed.reversed());
        expectProblem(get("?sequence=random"), 400, "malformed-sequence");
        String bySku = body(get("?search=seq-&limit=1")).get("next").asString();
        expectProblem(get("?sequence=newest&after=" + bySku), 400, "malformed-cursor");
    }

    @Test
    void doesNotKnowWhatWasNeverListed() {
        expectProblem(get("/NEVER"), 404, "product-unknown");
        expectProblem(price("NEVER", "{\"amount\":\"13.00\",\"currency\":\"GBP\"}"), 404, "product-unknown");
        expectProblem(retire("NEVER"), 404, "product-unknown");
        assertThat(history("NEVER")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.00,422", "-1.00,422", "100000000000.01,422", "0.001,400", "1e2,400", "ten,400", "99999999999999,400"})
    void refusesAPriceOutOfRange(String amount, int status) {
        JsonNode problem = expectProblem(list("PRICE-1", "Desk lamp", amount), status, null);
        assertThat(problem.get("code").asString().equals("price-out-of-range")).isEqualTo(status == 422);
        expectProblem(get("/PRICE-1"), 404, "product-unknown");
    }

    @Test
    void saysTheHighestPrice() {
        JsonNode problem = expectProblem(list("PRICE-2", "Desk lamp", "100000000000.01"), 422, "price-out-of-range");

        assertThat(problem.get("detail").asString()).contains("100000000000.00 GBP");
        assertThat(problem.get("details").get("highest").asString()).isEqualTo("100000000000.00");
        list("PRICE-2", "Desk lamp", "100000000000.00").expectStatus().isCreated();
        assertThat(body(get("/PRICE-2")).get("price").get("amount").asString()).isEqualTo("100000000000.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"name\":\"Lamp\",\"price\":{\"amount\":\"1.00\",\"currency\":\"GBP\"}}",
        "{\"sku\":\"BAD SKU\",\"name\":\"Lamp\",\"price\":{\"amount\":\"1.00\",\"currency\":\"GBP\"}}",
        "{\"sku\":\"\",\"name\":\"Lamp\",\"price\":{\"amount\":\"1.00\",\"currency\":\"GBP\"}}",
        "{\"sku\":7,\"name\":\"Lamp\",\"price\":{\"amount\":\"1.00\",\"currency\":\"GBP\"}}",
        "{\"sku\":\"BAD-1\",\"name\":\"Lamp\"}",
        "{\"sku\":\"BAD-1\",\"name\":\" \",\"price\":{\"amount\":\"1.00\",\"currency\":\"GBP\"}}",
        "{\"sku\":\"BAD-1\",\"name\":7,\"price\":{\"amount\":\"1.00\",\"currency\":\"GBP\"}}",
        "{\"sku\":\"BAD-1\",\"name\":\"Lamp\",\"price\":{\"amount\":\"1.00\",\"currency\":\"ABC\"}}",
        "{\"sku\":\"BAD-1\",\"name\":\"Lamp\",\"price\":{\"amount\":1.00,\"currency\":\"GBP\"}}",
        "{\"sku\":\"BAD-1\",\"name\":\"Lamp\",\"price\":{\"currency\":\"GBP\"}}",
        "{\"sku\":\"BAD-1\",\"name\":\"Lamp\",\"price\":{\"amount\":\"1.00\",\"currency\":\"GBP\"},\"colour\":\"red\"}",
        "{\"sku\":\"BAD-1\",",
        "null",
        ""
    })
    void refusesAMalformedListing(String body) {
        expectProblem(exchange(HttpMethod.POST, "", body), 400, null);
        expectProblem(get("/BAD-1"), 404, "product-unknown");
    }

    @Test
    void refusesTextsThatAreNone() {
        expectProblem(list("BAD-2", "x".repeat(201), "1.00"), 400, "malformed-request");
        expectProblem(list("BAD-2", "a\\u0007b", "1.00"), 422, "product-text-out-of-range");
        list("GOOD-2", "x".repeat(200), "1.00").expectStatus().isCreated();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=501", "?limit=x", "?after=nonsense%21", "/BAD%20SKU", "?search=%00"})
    void refusesWhatItCannotFind(String path) {
        expectProblem(get(path), 400, null);
    }

    @Test
    void refusesAPriceThatIsNone() {
        list("LAMP-5", "Desk lamp", "12.50").expectStatus().isCreated();

        expectProblem(price("LAMP-5", "{\"amount\":\"13.005\",\"currency\":\"GBP\"}"), 400, null);
        expectProblem(price("LAMP-5", "null"), 400, null);
        expectProblem(price("LAMP-5", "{\"amount\":\"0.00\",\"currency\":\"GBP\"}"), 422, "price-out-of-range");
        assertThat(history("LAMP-5")).containsExactly("ProductListed");
    }

    @Test
    void findsBySkuOrNameInWhateverCase() {
        list("FIND-a1", "Grüne ÄPFEL 100%", "1.00").expectStatus().isCreated();
        list("FIND-b2", "Green_apples", "1.00").expectStatus().isCreated();
        list("FIND-c3", "Pears", "1.00").expectStatus().isCreated();

        assertThat(skus("?search=find-")).containsExactly("FIND-a1", "FIND-b2", "FIND-c3");
        assertThat(skus("?search=%C3%A4pfel")).containsExactly("FIND-a1");
        assertThat(skus("?search=0%25")).containsExactly("FIND-a1");
        assertThat(skus("?search=n_A")).containsExactly("FIND-b2");
        assertThat(skus("?search=%25%25")).isEmpty();
        assertThat(skus("?search=nobody")).isEmpty();
    }

    @Test
    void listsPageByPage() {
        for (int i = 0; i < 5; i++) {
            list("PAGE-" + i, "Page", "1.00").expectStatus().isCreated();
        }

        assertThat(pages("?search=page-&limit=2")).containsExactly("PAGE-0", "PAGE-1", "PAGE-2", "PAGE-3", "PAGE-4");
    }

    private List<String> pages(String query) {
        List<String> pages = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = body(get(query + "&after=" + next).expectStatus().isOk());
            page.get("items").forEach(item -> pages.add(item.get("sku").asString()));
            next = page.get("next").isNull() ? null : page.get("next").asString();
        }
        return pages;
    }

    /** Whether a change was made, and not made before. */
    private boolean done(RestTestClient.ResponseSpec response) {
        return !body(response.expectStatus().isOk()).get("alreadyDone").asBoolean();
    }

    private RestTestClient.ResponseSpec text(String sku, String body) {
        return exchange(HttpMethod.PATCH, "/" + sku, body);
    }

    private List<String> skus(String query) {
        List<String> skus = new ArrayList<>();
        body(get(query).expectStatus().isOk()).get("items").forEach(item -> skus.add(item.get("sku").asString()));
        return skus;
    }

    private List<String> history(String sku) {
        return events.readEvents("product:" + sku).asStream().map(event -> event.getPayloadType().getSimpleName()).toList();
    }

    private RestTestClient.ResponseSpec list(String sku, String name, String amount) {
        return exchange(HttpMethod.POST, "", """
                {"sku":"%s","name":"%s","price":{"amount":"%s","currency":"GBP"}}""".formatted(sku, name, amount));
    }

    private RestTestClient.ResponseSpec price(String sku, String body) {
        return exchange(HttpMethod.PUT, "/" + sku + "/price", body);
    }

    private RestTestClient.ResponseSpec retire(String sku) {
        return exchange(HttpMethod.POST, "/" + sku + "/retirement", "");
    }

    private RestTestClient.ResponseSpec exchange(HttpMethod method, String path, String body) {
        return http.method(method).uri(uri(path)).header(HttpHeaders.CONTENT_TYPE, "application/json").body(body).exchange();
    }

    private RestTestClient.ResponseSpec get(String path) {
        return http.get().uri(uri(path)).exchange();
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + "/api/catalog/products" + path);
    }

    private JsonNode body(RestTestClient.ResponseSpec response) {
        return json.readTree(response.expectBody(String.class).returnResult().getResponseBody());
    }

    private JsonNode expectProblem(RestTestClient.ResponseSpec response, int status, String code) {
        JsonNode problem = body(response
                .expectStatus().isEqualTo(status)
                .expectHeader().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asString()).matches(code == null ? "[a-z-]+" : code);
        assertThat(problem.get("detail").asString()).isNotBlank().doesNotContain("Exception", "dev.cleave");
        return problem;
    }
}
