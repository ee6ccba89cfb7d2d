package dev.cleave.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cleave.catalog.api.Sku;
import dev.cleave.inventory.api.ReleaseReservation;
import dev.cleave.inventory.api.ReservationId;
import dev.cleave.inventory.api.ReturnStock;
import dev.cleave.inventory.api.ShipReservation;
import dev.cleave.inventory.api.StockLine;
import dev.cleave.inventory.api.WarehouseId;
import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.EraseContact;
import dev.cleave.notification.api.Occasion;
import dev.cleave.notification.api.TellCustomer;
import dev.cleave.payment.api.CancelPayment;
import dev.cleave.payment.api.PaymentId;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.MessageNames;
import dev.cleave.platform.test.ContextTest;
import dev.cleave.shipping.api.CancelShipment;
import dev.cleave.shipping.api.EraseRecipient;
import dev.cleave.shipping.api.PrepareShipment;
import dev.cleave.shipping.api.RecipientId;
import dev.cleave.shipping.api.ShipmentId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Starts ordering alone and plays the other contexts: every order's way, over HTTP. */
@ContextTest({"cleave.ordering.waits.payment=PT1S", "cleave.waits.interval=100ms"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderingProcessTests {

    private static final WarehouseId WAREHOUSE = new WarehouseId("main");

    @Autowired
    private CommandBus commandBus;

    @Autowired
    private MessageNames names;

    @Autowired
    private EventStore events;

    @Autowired
    private DataStores stores;

    @LocalServerPort
    private int port;

    private OtherContexts others;
    private Shop shop;

    @BeforeAll
    void fillTheShop() {
        others = new OtherContexts(commandBus, names, events);
        others.list("LANTERN", "GBP 3.39");
        others.list("HANGER", "GBP 2.75");
        others.list("SCARCE", "GBP 1.00");
        shop = new Shop(port);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> shop.post(
                "/orders", Shop.order(null, "tok_ok", "SCARCE", "2"))
                .expectStatus().isCreated());
    }

    @BeforeEach
    void connect() {
        shop = new Shop(port);
    }

    @Test
    void takesAnOrderFromPlacedToCompleted() {
        String order = shop.place(Shop.order("ada", "tok_ok", "LANTERN", "4", "HANGER", "2", "LANTERN", "2"));
        reaches(order, "confirmed");
        others.requestDispatch(order);
        reaches(order, "shipped");
        others.deliver(order, true);
        reaches(order, "completed");

        JsonNode shown = shop.order(order);
        assertThat(shown.get("customerId").asString()).isEqualTo("ada");
        assertThat(shown.get("total").get("amount").asString()).isEqualTo("25.84");
        assertThat(shown.get("lines").valueStream().map(OrderingProcessTests::line))
                .containsExactly("LANTERN 6 at 3.39 GBP, 0 returned", "HANGER 2 at 2.75 GBP, 0 returned");
        assertThat(shop.timeline(order))
                .containsExactly("placed", "reserved", "confirmed", "charged", "shipped", "completed delivery-assumed");
        tells(order, Occasion.CONFIRMED);
        tells(order, Occasion.DISPATCHED);
        sends(new ShipReservation(WAREHOUSE, new ReservationId(order)));
        assertThat(openWaits(order)).isZero();
    }

    @Test
    void rejectsWhatIsOutOfStockAndSaysWhich() {
        String order = shop.place(Shop.order(null, "tok_ok", "LANTERN", "1", "SCARCE", "2"));
        reaches(order, "rejected");

        assertThat(shop.order(order).get("reason").asString()).isEqualTo("out-of-stock");
        assertThat(shop.order(order).get("detail").asString()).isEqualTo("SCARCE: 2 asked for, 1 free");
        tells(order, Occasion.REJECTED);
        undoes(order, "out-of-stock");
    }

    @Test
    void rejectsWhatCanNotBePaid() {
        String order = shop.place(Shop.order(null, OtherContexts.DECLINED, "LANTERN", "1"));
        reaches(order, "rejected");

        assertThat(shop.order(order).get("reason").asString()).isEqualTo("payment-declined");
        undoes(order, "payment-declined");
    }

    @Test
    void rejectsAndUndoesWhenNobodyAnswersInTime() {
        String order = shop.place(Shop.order(null, OtherContexts.SILENT, "LANTERN", "1"));
        reaches(order, "rejected");

        assertThat(shop.order(order).get("reason").asString()).isEqualTo("payment-timed-out");
        undoes(order, "payment-timed-out");
        assertThat(openWaits(order)).isZero();
    }

    @Test
    void cancelsAConfirmedOrderIfItsShipmentLets() {
        String order = shop.place(Shop.order("grace", "tok_ok", "LANTERN", "1"));
        reaches(order, "confirmed");

        cancel(order).expectStatus().isAccepted();
        reaches(order, "cancelled");
        cancel(order).expectStatus().isOk()
                .expectBody().json("{\"status\":\"cancelled\",\"alreadyDone\":true}");

        assertThat(shop.order(order).get("reason").asString()).isEqualTo("by-customer");
        assertThat(shop.order(order).get("detail").asString()).isEqualTo("no longer wanted");
        undoes(order, "by-customer");
        tells(order, Occasion.CANCELLED);
    }

    @Test
    void goesOnWhenTheShipmentIsLeavingAndCanNotBeCancelledLater() {
        String order = shop.place(Shop.order(null, OtherContexts.NOT_CAPTURABLE, "LANTERN", "1"));
        reaches(order, "confirmed");
        others.requestDispatch(order);
        reaches(order, "cancelled");
        assertThat(shop.order(order).get("reason").asString()).isEqualTo("charge-refused");
        undoes(order, "charge-refused");

        String left = shop.place(Shop.order(null, "tok_ok", "LANTERN", "1"));
        reaches(left, "confirmed");
        others.requestDispatch(left);
        reaches(left, "shipped");
        shop.problem(cancel(left), 409, "order-not-cancellable");
        shop.problem(giveBack(left, "LANTERN", 1, "r1"), 409, "order-not-returnable");
    }

    @Test
    void takesReturnsInPartsUntilNothingIsLeft() {
        String order = completed("tok_ok");

        giveBack(order, "LANTERN", 1, "r1").expectStatus().isAccepted();
        await().untilAsserted(() -> assertThat(shop.order(order).get("refunded").get("amount").asString()).isEqualTo("3.39"));
        assertThat(shop.status(order)).isEqualTo("completed");
        giveBack(order, "LANTERN", 1, "r1").expectStatus().isOk();
        shop.problem(giveBack(order, "LANTERN", 2, "r2"), 422, "return-exceeds-order");
        giveBack(order, "LANTERN", 1, "r2").expectStatus().isAccepted();
        reaches(order, "returned");

        assertThat(shop.order(order).get("refunded").get("amount").asString()).isEqualTo("6.78");
        assertThat(shop.order(order).get("lines").get(0).get("returned").asInt()).isEqualTo(2);
        List<StockLine> piece = List.of(new StockLine(new Sku("LANTERN"), 1));
        sends(new ReturnStock(WAREHOUSE, new ReservationId(order), "r1", piece));
        sends(new ReturnStock(WAREHOUSE, new ReservationId(order), "r2", piece));
        tells(order, Occasion.REFUNDED);
        assertThat(openWaits(order)).isZero();
    }

    @Test
    void showsAReturnThatCouldNotBeRefunded() {
        String order = completed(OtherContexts.NOT_REFUNDABLE);

        giveBack(order, "LANTERN", 1, "r1").expectStatus().isAccepted();

        await().untilAsserted(() -> {
            JsonNode attempt = shop.order(order).get("returned").get(0);
            assertThat(attempt.get("status").asString()).isEqualTo("refused");
            assertThat(attempt.get("detail").asString()).isEqualTo("closed-account");
        });
        assertThat(shop.order(order).get("refunded").get("amount").asString()).isEqualTo("0.00");
    }

    @Test
    void listsOrdersByStatusAndCustomerPageByPage() {
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            placed.add(shop.place(Shop.order("lister", "tok_ok", "LANTERN", "1")));
        }
        placed.forEach(order -> reaches(order, "confirmed"));

        assertThat(shop.list("?customer=lister")).isEqualTo(placed);
        assertThat(shop.list("?customer=lister&status=confirmed&limit=1")).containsExactly(placed.getFirst());
        assertThat(shop.list("?customer=lister&status=placed")).isEmpty();
        assertThat(shop.list("?customer=lister&sequence=newest")).isEqualTo(placed.reversed());
        assertThat(pages("?customer=lister&limit=2")).isEqualTo(placed);
        assertThat(pages("?customer=lister&limit=2&sequence=newest")).isEqualTo(placed.reversed());
        assertThat(pages("?limit=3")).containsSubsequence(placed).doesNotHaveDuplicates();
    }

    @Test
    void erasesACustomerEverywhereAndHasNothingPersonalInTheHistory() {
        String order = shop.place(Shop.order("erased", "tok_ok", "LANTERN", "1"));
        reaches(order, "confirmed");
        assertThat(personalRows("erased")).isEqualTo(1);

        shop.post("/customers/erased/erasure", "").expectStatus().isAccepted();
        shop.post("/customers/erased/erasure", "").expectStatus().isAccepted();

        sends(new EraseRecipient(new RecipientId("erased")));
        sends(new EraseContact(new ContactId("erased")));
        await().untilAsserted(() -> assertThat(personalRows("erased")).isZero());
        shop.problem(shop.post("/orders", Shop.order("erased", "tok_ok", "LANTERN", "1")), 422, "customer-erased");
        assertThat(shop.order(order).get("customerId").asString()).isEqualTo("erased");

        List<byte[]> payloads = stores.open("events")
                .jdbcTemplate()
                .query("SELECT payload, metadata FROM stored_event", (row, number) -> join(row.getBytes(1), row.getBytes(2)));
        assertThat(payloads).isNotEmpty();
        assertThat(payloads.stream().map(payload -> new String(payload, StandardCharsets.UTF_8)))
                .anyMatch(payload -> payload.contains("LANTERN"))
                .noneMatch(payload -> Shop.noPersonalData().values().stream().anyMatch(payload::contains));
        List<byte[]> answers = stores.ofContext("ordering")
                .jdbcTemplate()
                .query("SELECT answer FROM idempotent_request WHERE answer IS NOT NULL", (row, number) -> row.getBytes(1));
        assertThat(answers.stream().map(answer -> new String(answer, StandardCharsets.UTF_8)))
                .anyMatch(answer -> answer.contains(order))
                .noneMatch(answer -> Shop.noPersonalData().values().stream().anyMatch(answer::contains));
    }

    @Test
    void endsWhatHasNotLeftWhenItsCustomerIsErasedAndLetsTheRestGoOn() {
        String waiting = shop.place(Shop.order("forgotten", OtherContexts.SILENT, "LANTERN", "1"));
        reaches(waiting, "reserved");
        String confirmed = shop.place(Shop.order("forgotten", "tok_ok", "LANTERN", "1"));
        reaches(confirmed, "confirmed");
        String shipped = shop.place(Shop.order("forgotten", "tok_ok", "LANTERN", "1"));
        reaches(shipped, "confirmed");
        others.requestDispatch(shipped);
        reaches(shipped, "shipped");

        shop.post("/customers/forgotten/erasure", null).expectStatus().isAccepted();

        reaches(confirmed, "cancelled");
        assertThat(shop.order(confirmed).get("reason").asString()).isEqualTo("customer-erased");
        undoes(confirmed, "customer-erased");
        sends(new CancelShipment(new ShipmentId(confirmed), "customer-erased"));
        if (shop.status(waiting).equals("cancelled")) {
            undoes(waiting, "customer-erased");
        }
        others.deliver(shipped, false);
        reaches(shipped, "completed");
        giveBack(shipped, "LANTERN", 1, "r").expectStatus().isAccepted();
        reaches(shipped, "returned");
        assertThat(others.received()).noneMatch(command -> command instanceof TellCustomer notice
                && (notice.order().equals(confirmed) && notice.occasion() == Occasion.CANCELLED
                        || notice.order().equals(shipped) && notice.occasion() == Occasion.REFUNDED));
        assertThat(openWaits(confirmed) + openWaits(shipped)).isZero();
    }

    @Test
    void writesNothingOfAnOrderThatIsRefused() {
        others.list("DEAR", "GBP 9999999.00");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> shop.problem(
                shop.post("/orders", Shop.order("refused", "tok_ok", "DEAR", "100000")), 422, "total-too-large"));

        assertThat(personalRows("refused")).isZero();
        shop.problem(shop.post("/customers/refused/erasure", null), 404, "customer-unknown");
    }

    @Test
    void keepsTheWordsOfTheFirstCancellation() {
        String order = shop.place(Shop.order("worded", "tok_ok", "LANTERN", "1"));
        reaches(order, "confirmed");
        cancel(order).expectStatus().isAccepted();

        shop.post("/orders/" + order + "/cancellation", "{\"reason\":\"other words\"}").expectStatus().isOk();
        reaches(order, "cancelled");
        shop.post("/orders/" + order + "/cancellation", "{\"reason\":\"other words\"}").expectStatus().isOk();

        assertThat(shop.order(order).get("detail").asString()).isEqualTo("no longer wanted");
    }

    @Test
    void sendsTheAddressToShippingAndNobodyElse() {
        String order = shop.place(Shop.order("addressed", "tok_ok", "LANTERN", "1"));

        await().untilAsserted(() -> assertThat(others.received())
                .filteredOn(command -> command instanceof PrepareShipment prepared
                        && prepared.shipment().value().equals(order)
                        && prepared.address().street().equals("1 Home Street"))
                .hasSize(1));
    }

    @Test
    void answersTheSameRequestWithTheSameOrder() {
        String key = UUID.randomUUID().toString();
        String body = Shop.order(null, "tok_ok", "LANTERN", "1");

        String first = shop.body(shop.post("/orders", body, key).expectStatus().isCreated()).toString();
        String second = shop.body(shop.post("/orders", body, key).expectStatus().isCreated()).toString();

        assertThat(second).isEqualTo(first);
    }

    private String completed(String token) {
        String order = shop.place(Shop.order("returner", token, "LANTERN", "2"));
        reaches(order, "confirmed");
        others.requestDispatch(order);
        reaches(order, "shipped");
        others.deliver(order, false);
        reaches(order, "completed");
        return order;
    }

    private RestTestClient.ResponseSpec cancel(String order) {
        return shop.post("/orders/" + order + "/cancellation", "{\"reason\":\"no longer wanted\"}");
    }

    private RestTestClient.ResponseSpec giveBack(
            String order, String sku, int quantity, String reference) {
        return shop.post(
                "/orders/" + order + "/returns",
                "{\"reference\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":%d}]}".formatted(reference, sku, quantity));
    }

    private void reaches(String order, String status) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(shop.status(order)).isEqualTo(status));
    }

    private void sends(Object command) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(others.received()).contains(command));
    }

    private void undoes(String order, String reason) {
        sends(new ReleaseReservation(WAREHOUSE, new ReservationId(order), reason));
        sends(new CancelPayment(new PaymentId(order), reason));
    }

    private void tells(String order, Occasion occasion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(others.received())
                .anyMatch(command -> command instanceof TellCustomer notice
                        && notice.order().equals(order)
                        && notice.occasion() == occasion
                        && notice.email().equals("ada@example.org")));
    }

    private List<String> pages(String query) {
        List<String> all = new ArrayList<>();
        String next = null;
        do {
            JsonNode page = shop.body(shop.get("/orders" + query + (next == null ? "" : "&after=" + next)));
            page.get("items").forEach(order -> all.add(order.get("orderId").asString()));
            next = page.hasNonNull("next") ? page.get("next").asString() : null;
        } while (next != null);
        return all;
    }

    private static String line(JsonNode line) {
        return "%s %d at %s %s, %d returned".formatted(
                line.get("sku").asString(),
                line.get("quantity").asInt(),
                line.get("unitPrice").get("amount").asString(),
                line.get("unitPrice").get("currency").asString(),
                line.get("returned").asInt());
    }

    private long openWaits(String order) {
        await().atMost(Duration.ofSeconds(20)).until(() -> countWaits(order) == 0);
        return countWaits(order);
    }

    private long countWaits(String order) {
        return stores.ofContext("ordering")
                .jdbcTemplate()
                .queryForObject("SELECT COUNT(*) FROM open_wait WHERE subject LIKE ?", Long.class, order + "%");
    }

    private long personalRows(String customer) {
        return stores.ofContext("ordering")
                .jdbcTemplate()
                .queryForObject("SELECT COUNT(*) FROM personal_data WHERE customer_id = ?", Long.class, customer);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
