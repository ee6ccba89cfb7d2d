package dev.cleave.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cleave.catalog.api.ProductListed;
import dev.cleave.catalog.api.ProductRetired;
import dev.cleave.catalog.api.Sku;
import dev.cleave.platform.processing.Processors;
import dev.cleave.platform.test.ContextTest;
import java.time.Duration;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Starts ordering alone, with nobody who answers. */
@ContextTest({
    "cleave.ordering.waits.reservation=PT1S",
    "cleave.waits.interval=100ms",
    "cleave.waits.patience=1s",
    "cleave.ordering.limits.max-lines=3"
})
class OrderingAloneTests {

    @Autowired
    private EventStore events;

    @Autowired
    private Processors processors;

    @LocalServerPort
    private int port;

    private Shop shop;

    @BeforeEach
    void connect() {
        shop = new Shop(port);
    }

    @Test
    void serves() {
        shop.get("/orders?limit=1").expectStatus().isOk();
        shop.problem(shop.get("/orders/never"), 404, "order-unknown");
        shop.problem(shop.post("/orders/never/cancellation", "{\"reason\":\"x\"}"), 404, "order-unknown");
        shop.problem(
                shop.post("/orders/never/returns", "{\"lines\":[{\"sku\":\"A\",\"quantity\":1}]}"), 404, "order-unknown");
    }

    @Test
    void takesNoOrderForProductsThatThereAreNotAndNamesThem() {
        JsonNode problem = shop.problem(
                shop.post("/orders", Shop.order(null, "tok_ok", "NEVER", "1", "EVER", "1")), 422, "product-unknown");
        assertThat(problem.path("retryable").asBoolean(false)).isFalse();
        assertThat(problem.get("details").get("skus").asString()).isEqualTo("NEVER, EVER");
        assertThat(problem.get("detail").asString()).contains("NEVER, EVER");
    }

    @Test
    void asksForAnotherTryWhileItHasYetToHearOfAProductAndTellsATypoAtOnceAllTheSame() {
        var view = processors.running(processors.named("ordering.products"));
        view.shutDown();
        publish("UNHEARD", 0, new ProductListed(new Sku("UNHEARD"), "Unheard", null, Money.parse("GBP 1.00")));

        JsonNode problem = shop.problem(
                shop.post("/orders", Shop.order(null, "tok_ok", "UNHEARD", "1")), 409, "product-not-yet-known");
        assertThat(problem.path("retryable").asBoolean(false)).isTrue();
        assertThat(problem.get("details").get("skus").asString()).isEqualTo("UNHEARD");
        problem = shop.problem(
                shop.post("/orders", Shop.order(null, "tok_ok", "UNHEARD", "1", "TYPO", "1")), 422, "product-unknown");
        assertThat(problem.get("details").get("skus").asString()).isEqualTo("TYPO");

        view.start();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(
                () -> shop.post("/orders", Shop.order(null, "tok_ok", "UNHEARD", "1")).expectStatus().isCreated());
    }

    @Test
    void takesAnOrderForAProductAtOnceAfterItIsListed() {
        for (int i = 0; i < 5; i++) {
            String sku = "JUST-" + i;
            publish(sku, 0, new ProductListed(new Sku(sku), "Product " + sku, null, Money.parse("GBP 1.00")));
            shop.post("/orders", Shop.order(null, "tok_ok", sku, "1")).expectStatus().isCreated();
        }
    }

    @Test
    void hintsAtAnOrderThatLooksTheSame() {
        hearOf("TWICE");
        String body = Shop.order(null, "tok_ok", "TWICE", "3").replace("ada@example.org", "twice@example.org");
        String key = UUID.randomUUID().toString();
        JsonNode first = placedWithoutKey(body);
        JsonNode second = placedWithoutKey(body.replace("twice@", "Twice@"));

        assertThat(first.has("possibleDuplicateOf")).isFalse();
        assertThat(second.get("possibleDuplicateOf")).isEqualTo(first.get("orderId"));
        assertThat(placedWithoutKey(body.replace("\"quantity\":3", "\"quantity\":4")).has("possibleDuplicateOf")).isFalse();
        assertThat(placedWithoutKey(body.replace("1 Home Street", "2 Home Street")).has("possibleDuplicateOf")).isFalse();
        assertThat(placedWithoutKey(body.replace("twice@", "thrice@")).has("possibleDuplicateOf")).isFalse();
        assertThat(shop.body(shop.post("/orders", body, key).expectStatus().isCreated()).has("possibleDuplicateOf")).isFalse();
    }

    private JsonNode placedWithoutKey(String body) {
        return shop.body(shop.post("/orders", body, null).expectStatus().isCreated());
    }

    @Test
    void showsWhoOrderedAndWhereItGoes() {
        hearOf("SHOWN");
        String body = Shop.order("shown", "tok_ok", "SHOWN", "1")
                .replace("\"street\"", "\"recipient\":\"Annabella Byron\",\"street\"");

        JsonNode shown = shop.order(shop.place(body));
        JsonNode own = shop.order(shop.place(Shop.order("shown", "tok_ok", "SHOWN", "1")));

        assertThat(shown.get("customer").toString()).isEqualTo(
                "{\"id\":\"shown\",\"name\":\"Ada Lovelace\",\"email\":\"ada@example.org\",\"erased\":false}");
        assertThat(shown.get("shipTo").toString()).isEqualTo(
                "{\"recipient\":\"Annabella Byron\",\"street\":\"1 Home Street\",\"city\":\"Marylebone\","
                        + "\"postcode\":\"N1 9GU\",\"country\":\"GB\"}");
        assertThat(own.get("shipTo").get("recipient").asString()).isEqualTo("Ada Lovelace");
        assertThat(shop.body(shop.get("/orders?customer=shown")).get("items").get(0).has("shipTo")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "ada@example.org=>jörg@example.com", "ada@example.org=>\\\"ada lovelace\\\"@example.org",
        "ada@example.org=>ada@straße.example",
        "ada@example.org=>ada+shop@example.org",
        "\"city\":\"Marylebone\",\"postcode\":\"N1 9GU\",\"country\":\"GB\"=>\"city\":\"Kowloon\",\"country\":\"HK\"",
        "\"city\":\"Marylebone\",\"postcode\":\"N1 9GU\",\"country\":\"GB\"=>\"postcode\":\"018956\",\"country\":\"SG\"",
        "\"postcode\":\"N1 9GU\",\"country\":\"GB\"=>\"postcode\":null,\"country\":\"IE\"",
        "\"postcode\":\"N1 9GU\",\"country\":\"GB\"=>\"postcode\":\"\",\"country\":\"AE\"",
        "\"postcode\":\"N1 9GU\",\"country\":\"GB\"=>\"postcode\":\"D02 AF30\",\"country\":\"IE\"",
        "\"postcode\":\"N1 9GU\",\"country\":\"GB\"=>\"postcode\":\"10000\",\"country\":\"XK\""
    })
    void takesPeopleAndAddressesOfAllCountries(String change) {
        String sku = "WORLD-" + UUID.randomUUID();
        hearOf(sku);

        shop.place(changed(Shop.order(null, "tok_ok", sku, "1"), change));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"GB\"=>\"UK\"|shipTo.country|write GB for United Kingdom",
        "\"GB\"=>\"gb\"|shipTo.country|write GB for United Kingdom",
        "\"GB\"=>\"GBR\"|shipTo.country|write GB for United Kingdom",
        "\"GB\"=>\"Turkey\"|shipTo.country|write TR for",
        "\"GB\"=>\"The Netherlands\"|shipTo.country|write NL for Netherlands",
        "\"GB\"=>\"Czech Republic\"|shipTo.country|write CZ for Czechia",
        "\"GB\"=>\"YU\"|shipTo.country|write RS for Serbia",
        "\"GB\"=>\"Germany\"|shipTo.country|write DE for Germany",
        "\"GB\"=>\"ZZ\"|shipTo.country|two capital letters",
        "\"GB\"=>\"Kosovo\"|shipTo.country|write XK for Kosovo",
        "\"GB\"=>\"${1+1}\"|shipTo.country|two capital letters",
        "\"postcode\":\"N1 9GU\",=>|shipTo.postcode|must be given for GB",
        "\"N1 9GU\"=>\" \"|shipTo.postcode|must be given for GB",
        "\"city\":\"Marylebone\",=>|shipTo.city|must be given for GB",
        "ada@example.org=>ada@example|none|none",
        "ada@example.org=>ada@exa_mple.org|customer.email|domain",
        "ada@example.org=>Ada <ada@example.org>|customer.email|mail address"
    })
    void saysWhatIsWrongWithAnAddress(String change, String field, String message) {
        String body = changed(Shop.order(null, "tok_ok", "NEVER", "1"), change);
        if (field.equals("none")) {
            shop.problem(shop.post("/orders", body), 422, "product-unknown");
            return;
        }
        assertThat(shop.body(shop.post("/orders", body).expectStatus().isBadRequest()).get("errors").toString())
                .contains("\"" + field + "\"", message);
    }

    private static String changed(String body, String change) {
        String[] parts = change.split("=>", 2);
        assertThat(body).contains(parts[0]);
        return body.replace(parts[0], parts[1]);
    }

    @Test
    void cancelsWithoutABody() {
        hearOf("BODILESS");
        String order = shop.place(Shop.order(null, "tok_ok", "BODILESS", "2"));

        shop.post("/orders/" + order + "/cancellation", null).expectStatus().isAccepted();

        assertThat(shop.status(order)).isEqualTo("cancelled");
    }

    @Test
    void erasesWhoeverIsThereAndSaysWho() {
        hearOf("ERASABLE");
        String body = Shop.order(null, "tok_ok", "ERASABLE", "1").replace("ada@example.org", "Erin@example.org");
        JsonNode one = placedWithoutKey(body);
        JsonNode other = placedWithoutKey(body);
        shop.problem(shop.post("/erasures", "{\"email\":\"nobody@example.org\"}"), 404, "customer-unknown");
        shop.problem(shop.post("/erasures", "{\"customer\":\"nobody\"}"), 404, "customer-unknown");
        shop.problem(shop.post("/customers/nobody/erasure", null), 404, "customer-unknown");
        shop.problem(shop.post("/erasures", "{}"), 400, "malformed-erasure");
        shop.problem(shop.post("/erasures", "{\"customer\":\"a\",\"email\":\"a@example.org\"}"), 400, "malformed-erasure");

        JsonNode erased = shop.body(shop.post("/erasures", "{\"email\":\"erin@EXAMPLE.org\"}").expectStatus().isAccepted());

        assertThat(erased.get("customers").valueStream().map(found -> found.get("customerId").asString()))
                .containsExactlyInAnyOrder(one.get("customerId").asString(), other.get("customerId").asString());
        assertThat(erased.get("customers").valueStream().map(found -> found.get("orders").asInt())).containsOnly(1);
        shop.problem(shop.post("/erasures", "{\"email\":\"erin@example.org\"}"), 404, "customer-unknown");
        shop.post("/customers/" + one.get("customerId").asString() + "/erasure", null).expectStatus().isAccepted();
        JsonNode order = shop.order(one.get("orderId").asString());
        assertThat(order.get("customer").get("erased").asBoolean()).isTrue();
        assertThat(order.get("customer").get("name").isNull()).isTrue();
        assertThat(order.get("shipTo").isNull()).isTrue();
    }

    @Test
    void takesAnOrderAndRejectsItWhenNobodyReservesItsStock() {
        hearOf("ALONE");

        String order = shop.place(Shop.order("17850", "tok_ok", "ALONE", "2"));
        assertThat(shop.order(order).get("customerId").asString()).isEqualTo("17850");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(shop.status(order)).isEqualTo("rejected"));
        assertThat(shop.timeline(order)).containsExactly("placed", "rejected reservation-timed-out");
    }

    @Test
    void cancelsAnOrderThatNobodyHasReservedAtOnce() {
        hearOf("CANCELLABLE");
        String order = shop.place(Shop.order(null, "tok_ok", "CANCELLABLE", "2"));

        shop.post("/orders/" + order + "/cancellation", "{}").expectStatus().isAccepted();

        assertThat(shop.status(order)).isEqualTo("cancelled");
    }

    @Test
    void givesACustomerWhoBringsNoNumberOne() {
        hearOf("GIVEN");

        JsonNode answer = shop.body(
                shop.post("/orders", Shop.order(null, "tok_ok", "GIVEN", "1")).expectStatus().isCreated());

        assertThat(answer.get("customerId").asString()).isNotBlank().isNotEqualTo(answer.get("orderId").asString());
    }

    @Test
    void refusesWhatItsRulesForbid() {
        hearOf("RULED");
        hearOf("RETIRED");
        publish("RETIRED", 1, new ProductRetired(new Sku("RETIRED")));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> shop.problem(
                shop.post("/orders", Shop.order(null, "tok_ok", "RETIRED", "1")), 422, "product-retired"));
        shop.problem(
                shop.post("/orders", Shop.order(null, "tok_ok", "RULED", "1000000")), 422, "quantity-out-of-range");
        shop.problem(
                shop.post("/orders", Shop.order(null, "tok_ok", "A", "1", "B", "1", "C", "1", "D", "1")),
                422,
                "too-many-lines");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}",
        "[]",
        "nonsense",
        "{\"customer\":null}"
    })
    void refusesWhatIsNoOrder(String body) {
        shop.post("/orders", body).expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "1.0", "\"1\"", "null", "99999999999999999999", "true"})
    void refusesQuantitiesThatAreNone(String quantity) {
        shop.post("/orders", Shop.order(null, "tok_ok", "A", quantity)).expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\"GB\"=>\"Britain\"",
        "\"GB\"=>null",
        "ada@example.org=>nowhere",
        "Ada Lovelace=>",
        "Ada Lovelace=>Ada\\r\\nBcc: all",
        "\"tok_ok\"=>\"tok ok\"",
        "\"tok_ok\"=>null",
        "\"city\"=>\"town\"",
        "\"sku\":\"A\"=>\"sku\":\"A A\"",
        "\"sku\":\"A\"=>\"sku\":7"
    })
    void refusesAnOrderWithAMistakeInIt(String mistake) {
        String[] change = mistake.split("=>", 2);
        String body = Shop.order(null, "tok_ok", "A", "1");
        assertThat(body).contains(change[0]);

        shop.post("/orders", body.replace(change[0], change[1])).expectStatus().isBadRequest();
    }

    @Test
    void refusesListsThatThereAreNone() {
        shop.problem(shop.get("/orders?status=lost"), 400, "malformed-status");
        shop.problem(shop.get("/orders?sequence=random"), 400, "malformed-sequence");
        shop.problem(shop.get("/orders?after=nonsense"), 400, "malformed-cursor");
        shop.problem(shop.get("/orders?limit=0"), 400, "malformed-limit");
    }

    private void hearOf(String sku) {
        publish(sku, 0, new ProductListed(new Sku(sku), "Product " + sku, null, Money.parse("GBP 1.00")));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> shop.post(
                "/orders", Shop.order(null, "tok_ok", sku, "1"))
                .expectStatus().isCreated());
    }

    private void publish(String sku, long sequence, Object event) {
        events.publish(new GenericDomainEventMessage<>("Product", "product:" + sku, sequence, event));
    }
}
