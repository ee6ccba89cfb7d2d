package dev.cleave.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cleave.catalog.api.ProductListed;
import dev.cleave.catalog.api.ProductRetired;
import dev.cleave.catalog.api.Sku;
import dev.cleave.platform.test.ContextTest;
import java.time.Duration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    void takesNoOrderForAProductThatItHasNotHeardOf() {
        JsonNode problem =
                shop.problem(shop.post("/orders", Shop.order(null, "tok_ok", "NEVER", "1")), 409, "product-not-yet-known");

        assertThat(problem.toString()).contains("NEVER");
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
