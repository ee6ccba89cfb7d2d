package dev.cleave.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cleave.catalog.api.ProductListed;
import dev.cleave.catalog.api.ProductRetired;
import dev.cleave.catalog.api.Sku;
import dev.cleave.inventory.api.ReceiveStock;
import dev.cleave.inventory.api.ReleaseReservation;
import dev.cleave.inventory.api.ReservationId;
import dev.cleave.inventory.api.ReservationRefused;
import dev.cleave.inventory.api.ReserveStock;
import dev.cleave.inventory.api.StockLine;
import dev.cleave.inventory.api.StockReceived;
import dev.cleave.inventory.api.StockReserved;
import dev.cleave.inventory.api.WarehouseId;
import dev.cleave.inventory.warehouse.RandomCommands;
import dev.cleave.inventory.warehouse.SimpleWarehouse;
import dev.cleave.platform.messaging.Answer;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.processing.Processors;
import dev.cleave.platform.test.ContextTest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.axonframework.common.caching.Cache;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starts inventory alone, with snapshots so frequent that the tests meet many. */
@ContextTest("cleave.inventory.snapshot-every=25")
class InventoryContextTests {

    private static final String MAIN = WarehouseId.MAIN.toString();

    @Autowired
    private Commands commands;

    @Autowired
    private EventStore events;

    @Autowired
    private Cache aggregateCache;

    @Autowired
    private Processors processors;

    private static final Set<String> listed = ConcurrentHashMap.newKeySet();

    @LocalServerPort
    private int port;

    private final JsonMapper json = JsonMapper.shared();

    private RestTestClient http;

    @BeforeEach
    void connect() {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port + "/api/inventory/stock").build();
    }

    @Test
    void showsWhatWasReceivedAndCorrectedRightAfterTheAnswer() {
        list("RED-1");
        post("/RED-1/receipts", "{\"quantity\":12,\"reference\":\"r1\"}")
                .expectStatus().isCreated()
                .expectHeader().location("/api/inventory/stock/RED-1");
        expectStock("RED-1", 12, 0, 12, 12, 0, 0, 0);

        post("/RED-1/adjustments", "{\"change\":-2,\"reason\":\"broken\",\"reference\":\"a1\"}")
                .expectStatus().isCreated()
                .expectHeader().location("/api/inventory/stock/RED-1");
        expectStock("RED-1", 10, 0, 10, 12, -2, 0, 0);
    }

    @Test
    void countsAReceiptOnceAndSaysSoAndRefusesItWithAnotherQuantity() {
        list("RED-2");
        post("/RED-2/receipts", "{\"quantity\":12,\"reference\":\"r1\"}").expectStatus().isCreated()
                .expectBody().json("""
                        {"reference":"r1","quantity":12,"alreadyCounted":false,"stock":{"sku":"RED-2","onHand":12}}""");
        post("/RED-2/receipts", "{\"quantity\":12,\"reference\":\"r1\"}")
                .expectStatus().isOk()
                .expectHeader().doesNotExist("Cleave-View")
                .expectBody().json("""
                        {"reference":"r1","quantity":12,"alreadyCounted":true,"stock":{"sku":"RED-2","onHand":12}}""");

        expectProblem(post("/RED-2/receipts", "{\"quantity\":13,\"reference\":\"r1\"}"), 409, "reference-reused");
        expectStock("RED-2", 12, 0, 12, 12, 0, 0, 0);
    }

    @Test
    void countsACorrectionOnceAndSaysSo() {
        list("RED-5");
        post("/RED-5/adjustments", "{\"change\":3,\"reason\":\"found\",\"reference\":\"a1\"}")
                .expectStatus().isCreated()
                .expectBody().json("""
                        {"reference":"a1","change":3,"alreadyCounted":false,"stock":{"onHand":3,"product":"for-sale"}}""");
        post("/RED-5/adjustments", "{\"change\":3,\"reason\":\"found\",\"reference\":\"a1\"}")
                .expectStatus().isOk()
                .expectBody().json("""
                        {"reference":"a1","change":3,"alreadyCounted":true,"stock":{"onHand":3}}""");
        expectProblem(
                post("/RED-5/adjustments", "{\"change\":4,\"reason\":\"found\",\"reference\":\"a1\"}"), 409, "reference-reused");
    }

    @Test
    void takesNothingInOfAProductThatNobodyListed() {
        expectProblem(post("/TYPO/receipts", "{\"quantity\":12,\"reference\":\"r1\"}"), 404, "product-unknown");
        expectProblem(
                post("/TYPO/adjustments", "{\"change\":12,\"reason\":\"found\",\"reference\":\"a1\"}"), 404, "product-unknown");
        expectProblem(get("/TYPO"), 404, "stock-unknown");
        assertThat(payloads()).noneMatch(event -> event.toString().contains("TYPO"));
    }

    @Test
    void asksForAnotherTryWhileItHasYetToHearOfAProduct() {
        var view = processors.running(processors.named("inventory.products"));
        view.shutDown();
        publish("product:EARLY", 0, new ProductListed(new Sku("EARLY"), "Early", null, Money.parse("GBP 1.00")));

        expectProblem(post("/EARLY/receipts", "{\"quantity\":1,\"reference\":\"r1\"}"), 409, "product-not-yet-known")
                .expectHeader().exists("Retry-After")
                .expectHeader().valueEquals("Cleave-View", "behind");

        view.start();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> post("/EARLY/receipts", "{\"quantity\":1,\"reference\":\"r1\"}").expectStatus().isCreated());
    }

    @Test
    void takesInAProductThatWasListedThisMoment() {
        for (int i = 0; i < 20; i++) {
            publish("product:NOW-" + i, 0, new ProductListed(new Sku("NOW-" + i), "Now", null, Money.parse("GBP 1.00")));
            post("/NOW-" + i + "/receipts", "{\"quantity\":1,\"reference\":\"r1\"}").expectStatus().isCreated();
        }
    }

    @Test
    void takesInWhatStillArrivesOfARetiredProductAndSaysThatItIsRetired() {
        list("RED-6");
        publish("product:RED-6", 1, new ProductRetired(new Sku("RED-6")));

        post("/RED-6/receipts", "{\"quantity\":2,\"reference\":\"r1\"}").expectStatus().isCreated();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> get("/RED-6").expectBody().json("{\"onHand\":2,\"product\":\"retired\"}"));
    }

    @Test
    void showsSellsAndTakesOffWhatAnEarlierDayTookInThoughNobodyListedIt() {
        List<?> before = payloads();
        publish(MAIN, before.size(), new StockReceived(WarehouseId.MAIN, new Sku("ORPHAN"), 10, "r1"));
        aggregateCache.removeAll();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> get("/ORPHAN").expectBody().json("{\"onHand\":10,\"product\":\"unknown\"}"));

        reserve("orphan", "ORPHAN", 4);
        post("/ORPHAN/adjustments", "{\"change\":-6,\"reason\":\"gone\",\"reference\":\"a1\"}").expectStatus().isCreated();

        expectProblem(post("/ORPHAN/receipts", "{\"quantity\":1,\"reference\":\"r2\"}"), 404, "product-unknown");
        get("/ORPHAN").expectBody().json("{\"onHand\":4,\"reserved\":4,\"available\":0}");
    }

    @Test
    void takesNoReservedPieceOff() {
        list("RED-3");
        post("/RED-3/receipts", "{\"quantity\":12,\"reference\":\"r1\"}").expectStatus().isCreated();
        reserve("red-3", "RED-3", 10);

        expectProblem(
                post("/RED-3/adjustments", "{\"change\":-3,\"reason\":\"broken\",\"reference\":\"a1\"}"),
                409,
                "stock-reserved");

        post("/RED-3/adjustments", "{\"change\":-2,\"reason\":\"broken\",\"reference\":\"a1\"}").expectStatus().isCreated();
        expectStock("RED-3", 10, 10, 0, 12, -2, 0, 0);
    }

    @Test
    void holdsABoundedNumberOfPieces() {
        list("RED-4");
        post("/RED-4/receipts", "{\"quantity\":1000000000,\"reference\":\"r1\"}").expectStatus().isCreated();

        expectProblem(post("/RED-4/receipts", "{\"quantity\":1,\"reference\":\"r2\"}"), 422, "quantity-too-large");
        expectStock("RED-4", 1_000_000_000, 0, 1_000_000_000, 1_000_000_000, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"quantity\":0,\"reference\":\"r1\"}",
        "{\"quantity\":-1,\"reference\":\"r1\"}",
        "{\"quantity\":1.5,\"reference\":\"r1\"}",
        "{\"quantity\":1.0,\"reference\":\"r1\"}",
        "{\"quantity\":\"3\",\"reference\":\"r1\"}",
        "{\"quantity\":1000000001,\"reference\":\"r1\"}",
        "{\"quantity\":99999999999999999999,\"reference\":\"r1\"}",
        "{\"quantity\":null,\"reference\":\"r1\"}",
        "{\"reference\":\"r1\"}",
        "{\"quantity\":3}",
        "{\"quantity\":3,\"reference\":\" \"}",
        "{\"quantity\":3,\"reference\":7}",
        "{\"quantity\":3,\"reference\":\"r1\",\"colour\":\"red\"}",
        "{\"quantity\":3,",
        "[]",
        "null",
        ""
    })
    void refusesAMalformedReceipt(String body) {
        expectProblem(post("/BAD-1/receipts", body), 400, null);
        expectProblem(get("/BAD-1"), 404, "stock-unknown");
    }

    @Test
    void refusesAReferenceThatIsTooLong() {
        expectProblem(
                post("/BAD-1/receipts", "{\"quantity\":3,\"reference\":\"" + "x".repeat(101) + "\"}"),
                400,
                "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"change\":0,\"reason\":\"counted\",\"reference\":\"a1\"}",
        "{\"change\":-1000000001,\"reason\":\"counted\",\"reference\":\"a1\"}",
        "{\"change\":1,\"reference\":\"a1\"}",
        "{\"change\":1,\"reason\":\"counted\"}"
    })
    void refusesAMalformedCorrection(String body) {
        expectProblem(post("/BAD-2/adjustments", body), 400, "malformed-request");
        expectProblem(get("/BAD-2"), 404, "stock-unknown");
    }

    @ParameterizedTest
    @CsvSource({"/BAD%20SKU,400", "/NEVER-SEEN,404", "?limit=0,400", "?limit=501,400", "?after=nonsense%21,400"})
    void refusesWhatItCannotFind(String path, int status) {
        expectProblem(get(path), status, null);
    }

    @Test
    void listsAllStockPageByPage() {
        for (int i = 0; i < 5; i++) {
            list("PAGE-" + i);
            post("/PAGE-" + i + "/receipts", "{\"quantity\":1,\"reference\":\"r1\"}").expectStatus().isCreated();
        }

        List<String> skus = new ArrayList<>(stock(2).keySet());

        assertThat(skus).contains("PAGE-0", "PAGE-1", "PAGE-2", "PAGE-3", "PAGE-4").isSorted().doesNotHaveDuplicates();
        assertThat(skus).isEqualTo(new ArrayList<>(stock(500).keySet()));
    }

    @Test
    void reservesExactlyTheLastHundredPiecesForTwoHundredAtOnce() throws Exception {
        list("LAST");
        commands.require(new ReceiveStock(WarehouseId.MAIN, new Sku("LAST"), 100, "r1"));

        List<Answer> answers = atOnce(200, i -> reserve("last-" + i, "LAST", 1));

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isInstanceOf(Answer.Accepted.class));
        List<?> payloads = payloads();
        assertThat(payloads)
                .filteredOn(e -> e instanceof StockReserved r && r.reservation().value().startsWith("last-"))
                .hasSize(100);
        assertThat(payloads)
                .filteredOn(e -> e instanceof ReservationRefused r && r.reservation().value().startsWith("last-"))
                .hasSize(100);
        awaitView();
        expectStock("LAST", 100, 100, 0, 100, 0, 0, 0);
    }

    @Test
    void takesOffExactlyTheFreePiecesForManyCallersAtOnce() throws Exception {
        list("FEW");
        post("/FEW/receipts", "{\"quantity\":20,\"reference\":\"r1\"}").expectStatus().isCreated();
        reserve("few", "FEW", 5);

        List<Integer> statuses = atOnce(30, i -> status(post(
                "/FEW/adjustments", "{\"change\":-1,\"reason\":\"broken\",\"reference\":\"a%d\"}".formatted(i))));

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(15);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(15);
        expectStock("FEW", 5, 5, 0, 20, -15, 0, 0);
    }

    @Test
    void countsAReceiptOnceThatArrivesManyTimesAtOnce() throws Exception {
        list("TWINS");
        List<Integer> statuses =
                atOnce(30, i -> status(post("/TWINS/receipts", "{\"quantity\":7,\"reference\":\"r1\"}")));

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(29);
        expectStock("TWINS", 7, 0, 7, 7, 0, 0, 0);
    }

    @Test
    void answersARefusalAndARepetitionAlikeOnTheBus() {
        assertThat(reserve("alike-1", "NOWHERE", 1)).isInstanceOf(Answer.Accepted.class);
        var first = (Answer.Accepted) reserve("alike-1", "NOWHERE", 1);
        var release = new ReleaseReservation(WarehouseId.MAIN, new ReservationId("alike-1"), "cancelled");
        var released = (Answer.Accepted) commands.send(release);

        assertThat(released.version().sequence()).isEqualTo(first.version().sequence() + 1);
        assertThat(((Answer.Accepted) commands.send(release)).version()).isEqualTo(released.version());
    }

    @Test
    void keepsItsBooksBalancedUnderRandomCommandsAndShowsThem() {
        RandomCommands.SKUS.forEach(sku -> list(sku.value()));
        var random = new RandomCommands(1_851);
        var model = new SimpleWarehouse();
        for (int i = 0; i < 800; i++) {
            Object command = random.next();
            Object expected = model.decide(command);
            Answer answer = commands.send(command);
            assertThat(answer).isInstanceOf(expected instanceof String ? Answer.Refused.class : Answer.Accepted.class);
            if (i % 100 == 0) {
                aggregateCache.removeAll();
            }
        }

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                events.readEvents(MAIN).peek().getSequenceNumber())
                .as("the last event in the snapshot")
                .isPositive());
        awaitView();
        var books = new Books();
        payloads().forEach(books::book);
        for (Sku sku : RandomCommands.SKUS) {
            assertThat(books.account(sku).onHand()).isEqualTo(model.onHand(sku));
            assertThat(books.account(sku).reserved()).isEqualTo(model.reserved(sku));
        }
        Map<String, JsonNode> rows = stock(500);
        assertThat(rows.keySet()).isEqualTo(books.accounts().keySet());
        books.accounts().forEach((sku, account) -> {
            JsonNode row = rows.get(sku);
            assertThat(new Books.Account(
                    row.get("received").asLong(),
                    row.get("adjusted").asLong(),
                    row.get("reserved").asLong(),
                    row.get("shipped").asLong(),
                    row.get("returned").asLong()))
                    .isEqualTo(account);
            assertThat(row.get("onHand").asLong()).isEqualTo(account.onHand());
            assertThat(account.reserved()).isBetween(0L, account.onHand());
        });
    }

    private static <T> List<T> atOnce(int callers, IntFunction<T> call) throws Exception {
        var start = new CountDownLatch(1);
        List<Future<T>> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(callers)) {
            for (int i = 0; i < callers; i++) {
                int caller = i;
                answers.add(threads.submit(() -> {
                    start.await();
                    return call.apply(caller);
                }));
            }
            start.countDown();
        }
        List<T> answered = new ArrayList<>();
        for (Future<T> answer : answers) {
            answered.add(answer.get());
        }
        return answered;
    }

    private static int status(RestTestClient.ResponseSpec response) {
        return response.returnResult(String.class).getStatus().value();
    }

    private Answer reserve(String reservation, String sku, int quantity) {
        return commands.send(new ReserveStock(
                WarehouseId.MAIN, new ReservationId(reservation), List.of(new StockLine(new Sku(sku), quantity))));
    }

    private List<?> payloads() {
        return events.readEvents(MAIN, 0).asStream().map(event -> event.getPayload()).toList();
    }

    /** Lists a product and waits until inventory has heard of it. */
    private void list(String sku) {
        if (!listed.add(sku)) {
            return;
        }
        publish("product:" + sku, 0, new ProductListed(new Sku(sku), "Product " + sku, null, Money.parse("GBP 1.00")));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> expectProblem(
                post("/" + sku + "/adjustments", "{\"change\":-1,\"reason\":\"probe\",\"reference\":\"probe\"}"),
                409,
                "stock-reserved"));
    }

    private void publish(String aggregate, long sequence, Object event) {
        events.publish(new GenericDomainEventMessage<>(event.getClass().getSimpleName(), aggregate, sequence, event));
    }

    /** A receipt waits for its own write, and the view reads one warehouse's events in their order. */
    private void awaitView() {
        list("MARK");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> post(
                "/MARK/receipts", "{\"quantity\":1,\"reference\":\"mark-" + System.nanoTime() + "\"}")
                .expectStatus().isCreated()
                .expectHeader().doesNotExist("Cleave-View"));
    }

    /** All rows by sku, in the order in which the pages came. */
    private Map<String, JsonNode> stock(int limit) {
        Map<String, JsonNode> rows = new TreeMap<>();
        String next = null;
        do {
            JsonNode page = json.readTree(get("?limit=" + limit + (next == null ? "" : "&after=" + next))
                    .expectStatus().isOk()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody());
            page.get("items").forEach(row -> assertThat(rows.put(row.get("sku").asString(), row)).isNull());
            assertThat(page.get("items").size()).isLessThanOrEqualTo(limit);
            next = page.get("next").isNull() ? null : page.get("next").asString();
        } while (next != null);
        return rows;
    }

    private void expectStock(
            String sku, long onHand, long reserved, long available, long received, long adjusted, long shipped, long returned) {
        get("/" + sku).expectStatus().isOk().expectBody().json(
                """
                {"sku":"%s","product":"for-sale","onHand":%d,"reserved":%d,"available":%d,"received":%d,"adjusted":%d,"shipped":%d,"returned":%d}"""
                        .formatted(sku, onHand, reserved, available, received, adjusted, shipped, returned),
                JsonCompareMode.STRICT);
    }

    private RestTestClient.ResponseSpec expectProblem(RestTestClient.ResponseSpec response, int status, String code) {
        JsonNode problem = json.readTree(response
                .expectStatus().isEqualTo(status)
                .expectHeader().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asString()).matches(code == null ? "[a-z-]+" : code);
        assertThat(problem.get("detail").asString()).isNotBlank().doesNotContain("Exception", "dev.cleave");
        return response;
    }

    private RestTestClient.ResponseSpec get(String path) {
        return http.get().uri(URI.create("http://localhost:" + port + "/api/inventory/stock" + path)).exchange();
    }

    private RestTestClient.ResponseSpec post(String path, String body) {
        return http.post().uri(path).header(HttpHeaders.CONTENT_TYPE, "application/json").body(body).exchange();
    }
}
