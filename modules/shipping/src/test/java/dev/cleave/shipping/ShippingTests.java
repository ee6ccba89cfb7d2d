package dev.cleave.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cleave.catalog.api.Sku;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.messaging.Answer;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.processing.Processors;
import dev.cleave.platform.test.ContextTest;
import dev.cleave.platform.test.RawStores;
import dev.cleave.shipping.api.AcceptDispatch;
import dev.cleave.shipping.api.Address;
import dev.cleave.shipping.api.CancelShipment;
import dev.cleave.shipping.api.EraseRecipient;
import dev.cleave.shipping.api.Parcel;
import dev.cleave.shipping.api.PrepareShipment;
import dev.cleave.shipping.api.RecipientId;
import dev.cleave.shipping.api.RefuseDispatch;
import dev.cleave.shipping.api.ShipmentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Shipping alone; the tests stand for ordering. */
@ContextTest
class ShippingTests {

    private static final Address HOME = new Address("Ottoline Quisling", "7 Wandering Lane", "Brobdingnag", "QX9 7ZZ", "GB");
    private static final List<Parcel> PARCELS = List.of(new Parcel(new Sku("85123A"), 6), new Parcel(new Sku("71053"), 2));
    private static final Map<String, String> DISPATCH = Map.of("carrier", "Parcelfast", "trackingNumber", "PF-1");

    @Autowired
    private Commands commands;

    @Autowired
    private DataStores stores;

    @Autowired
    private Processors processors;

    @LocalServerPort
    private int port;

    private RestTestClient http;
    private final ShipmentId shipment = new ShipmentId(UUID.randomUUID().toString());
    private final RecipientId recipient = new RecipientId(UUID.randomUUID().toString());

    @BeforeEach
    void connect() {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port + "/api/shipping/shipments").build();
    }

    @Test
    void takesAShipmentFromPreparedToDelivered() {
        prepare();
        one().jsonPath("$.status").isEqualTo("prepared")
                .jsonPath("$.orderId").isEqualTo(shipment.value())
                .jsonPath("$.parcels.length()").isEqualTo(2)
                .jsonPath("$.parcels[0].sku").isEqualTo("85123A")
                .jsonPath("$.parcels[0].quantity").isEqualTo(6)
                .jsonPath("$.address.name").isEqualTo("Ottoline Quisling")
                .jsonPath("$.address.street").isEqualTo("7 Wandering Lane")
                .jsonPath("$.carrier").doesNotExist();

        post("/dispatch", DISPATCH).expectStatus().isAccepted().expectHeader().doesNotExist("Cleave-View")
                .expectBody()
                .jsonPath("$.orderId").isEqualTo(shipment.value())
                .jsonPath("$.alreadyDone").isEqualTo(false)
                .jsonPath("$.shipment.status").isEqualTo("dispatch-requested")
                .jsonPath("$.shipment.carrier").isEqualTo("Parcelfast")
                .jsonPath("$.shipment.address").doesNotExist();
        one().jsonPath("$.status").isEqualTo("dispatch-requested")
                .jsonPath("$.carrier").isEqualTo("Parcelfast")
                .jsonPath("$.trackingNumber").isEqualTo("PF-1");
        post("/dispatch", DISPATCH).expectStatus().isOk().expectBody().jsonPath("$.alreadyDone").isEqualTo(true);

        accept(new AcceptDispatch(shipment));
        awaitStatus("dispatched");

        post("/delivery", null).expectStatus().isAccepted().expectBody()
                .jsonPath("$.alreadyDone").isEqualTo(false)
                .jsonPath("$.shipment.status").isEqualTo("delivered");
        one().jsonPath("$.status").isEqualTo("delivered")
                .jsonPath("$.history[*].what")
                .isEqualTo(List.of("prepared", "dispatch-requested", "dispatched", "delivered"));
        post("/delivery", null).expectStatus().isOk().expectBody()
                .jsonPath("$.alreadyDone").isEqualTo(true)
                .jsonPath("$.shipment.status").isEqualTo("delivered");
    }

    @Test
    void refusesWhatTheShipmentsStateForbids() {
        problem(post("/dispatch", DISPATCH), 404, "shipment-unknown");
        problem(post("/delivery", null), 404, "shipment-unknown");
        problem(http.get().uri("/" + shipment.value()).exchange(), 404, "shipment-unknown");

        prepare();
        problem(post("/delivery", null), 409, "shipment-not-dispatched");
        post("/dispatch", DISPATCH).expectStatus().isAccepted();
        problem(post("/dispatch", Map.of("carrier", "Parcelfast", "trackingNumber", "PF-2")), 409, "dispatched-otherwise");

        accept(new CancelShipment(shipment, "by-customer"));
        accept(new RefuseDispatch(shipment, "charge-refused"));
        awaitStatus("cancelled");
        one().jsonPath("$.history[*].what")
                .isEqualTo(List.of("prepared", "dispatch-requested", "cancellation-refused", "cancelled"));
        problem(post("/dispatch", DISPATCH), 409, "shipment-cancelled");
        problem(post("/delivery", null), 409, "shipment-cancelled");
    }

    @Test
    void staysCancelledWhenItIsPreparedLate() {
        accept(new CancelShipment(shipment, "by-customer"));
        accept(new PrepareShipment(shipment, recipient, HOME, PARCELS));

        awaitStatus("cancelled");
        one().jsonPath("$.address").doesNotExist().jsonPath("$.parcels.length()").isEqualTo(0);
        problem(post("/dispatch", DISPATCH), 409, "shipment-cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}", "{\"carrier\":\"\",\"trackingNumber\":\"PF-1\"}", "{\"carrier\":\"P\",\"trackingNumber\":\"a\\r\\nb\"}",
        "{\"carrier\":\"P\",\"trackingNumber\":\"1\",\"more\":1}", "{\"carrier\":1,\"trackingNumber\":\"1\"}", "[]", "{"
    })
    void refusesADispatchThatMakesNoSense(String body) {
        prepare();

        post("/dispatch", body).expectStatus().isBadRequest();

        awaitStatus("prepared");
    }

    @Test
    void listsByStatusAndPage() {
        List<String> prepared = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ShipmentId next = new ShipmentId(UUID.randomUUID().toString());
            accept(new PrepareShipment(next, recipient, HOME, PARCELS));
            accept(new CancelShipment(next, "by-customer"));
            prepared.add(next.value());
        }

        await().untilAsserted(() -> assertThat(walk("?status=cancelled&limit=2")).containsSubsequence(prepared));
        assertThat(walk("?limit=3")).containsSubsequence(prepared);
        assertThat(walk("?status=cancelled&limit=2&sequence=newest")).containsSubsequence(prepared.reversed());
        assertThat(walk("?limit=3&sequence=newest")).isEqualTo(walk("?limit=500&sequence=oldest").reversed());
        problem(http.get().uri("?sequence=random").exchange(), 400, "malformed-sequence");
        assertThat(walk("?status=prepared")).doesNotContainAnyElementsOf(prepared);
        problem(http.get().uri("?status=lost").exchange(), 400, "malformed-status");
        problem(http.get().uri("?after=nonsense").exchange(), 400, "malformed-cursor");
    }

    @Test
    void forgetsWhereAnErasedRecipientLivesAndShowsTheRest() {
        prepare();
        assertThat(raw().rowsWith("Ottoline Quisling")).allMatch(row -> row.startsWith("shipping.address:")).isNotEmpty();

        accept(new EraseRecipient(recipient));
        accept(new EraseRecipient(recipient));
        one().jsonPath("$.status").isEqualTo("prepared").jsonPath("$.address").doesNotExist();
        problem(post("/dispatch", DISPATCH), 409, "address-erased");
        one().jsonPath("$.status").isEqualTo("prepared");

        ShipmentId late = new ShipmentId(UUID.randomUUID().toString());
        accept(new PrepareShipment(late, recipient, HOME, PARCELS));
        assertThat(stores.ofContext("shipping").jdbc()
                .sql("SELECT COUNT(*) FROM address WHERE recipient = ?")
                .param(recipient.value())
                .query(Long.class)
                .single())
                .isZero();
    }

    @Test
    void letsNothingPersonalIntoAnyRowButTheAddress() {
        prepare();
        post("/dispatch", DISPATCH).expectStatus().isAccepted();

        assertThat(raw().rowsWith(shipment.value())).anyMatch(row -> row.startsWith("events."));
        for (String personal : List.of(HOME.name(), HOME.street(), HOME.city(), HOME.postcode())) {
            assertThat(raw().rowsWith(personal)).isNotEmpty().allMatch(row -> row.startsWith("shipping.address:"));
        }
    }

    @Test
    void showsTheSameAfterAReplay() {
        prepare();
        post("/dispatch", DISPATCH).expectStatus().isAccepted();
        String before = body();

        var view = processors.running(processors.named("shipping.shipments"));
        view.shutDown();
        view.resetTokens();
        http.get().uri("/" + shipment.value()).exchange().expectStatus().isNotFound();
        view.start();

        await().untilAsserted(() -> assertThat(body()).isEqualTo(before));
    }

    private void prepare() {
        accept(new PrepareShipment(shipment, recipient, HOME, PARCELS));
        awaitStatus("prepared");
    }

    private void accept(Object command) {
        assertThat(commands.send(command)).isInstanceOf(Answer.Accepted.class);
    }

    private void awaitStatus(String status) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> body(), body -> body.contains("\"status\":\"" + status + "\""));
    }

    private RestTestClient.BodyContentSpec one() {
        return http.get().uri("/" + shipment.value()).exchange().expectStatus().isOk().expectBody();
    }

    private String body() {
        return http.get().uri("/" + shipment.value()).exchange().expectBody(String.class).returnResult().getResponseBody();
    }

    private RestTestClient.ResponseSpec post(String path, Object body) {
        var request = http.post().uri("/" + shipment.value() + path).contentType(MediaType.APPLICATION_JSON);
        return body == null ? request.exchange() : request.body(body).exchange();
    }

    private static void problem(RestTestClient.ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status)
                .expectHeader().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private List<String> walk(String query) {
        List<String> seen = new ArrayList<>();
        String after = "";
        while (after != null) {
            Listing page = http.get().uri(query + after).exchange().expectStatus().isOk()
                    .expectBody(Listing.class).returnResult().getResponseBody();
            page.items().forEach(item -> seen.add(item.orderId()));
            after = page.next() == null ? null : "&after=" + page.next();
        }
        return seen;
    }

    record Listing(List<Item> items, String next) {
        record Item(String orderId) {}
    }

    private RawStores raw() {
        return new RawStores(stores);
    }
}
