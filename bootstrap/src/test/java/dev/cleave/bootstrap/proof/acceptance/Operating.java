package dev.cleave.bootstrap.proof.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.proof.shop.Answer;
import dev.cleave.bootstrap.proof.shop.Observed;
import dev.cleave.bootstrap.proof.shop.Order;
import dev.cleave.bootstrap.proof.shop.Shop;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an operator does while the system serves. */
abstract class Operating {

    private final Shop shop;

    Operating(Shop shop) {
        this.shop = shop;
    }

    @Test
    void aPausedViewFallsBehindAndCatchesUp() {
        String sku = shop.product("1.00", 10);
        shop.resting("ordering.orders", () -> {
            Answer placed = shop.order(Order.of(sku, 1), null).expect(201);
            assertThat(placed.isBehind()).as("the answer says that the view is behind").isTrue();
            shop.get("/api/ordering/orders/" + placed.text("orderId")).expect(404, "order-unknown");
            assertThat(processor("ordering.orders").path("running").asBoolean(true)).isFalse();
        });
        shop.awaitQuiet();
        assertThat(processor("ordering.orders").path("running").asBoolean(false)).isTrue();
        assertThat(shop.stock(sku).path("reserved").asLong(-1)).isOne();
    }

    @Test
    void everyViewIsDerivedAnewWhileOrdersArePlaced() throws Exception {
        String sku = shop.product("1.50", 100_000);
        shop.completed(Order.of(sku, 2));
        shop.cancel(shop.confirmed(Order.of(sku, 1))).expect(202);
        shop.awaitQuiet();
        Observed before = Observed.of(shop);

        ConcurrentLinkedQueue<String> placed = new ConcurrentLinkedQueue<>();
        AtomicBoolean go = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> traders = List.of(trade(threads, go, sku, placed), trade(threads, go, sku, placed));
            Shop.patiently("orders to come in").until(() -> placed.size() > 10);
            for (String view : shop.views()) {
                shop.processor(view, "replay").expect(200);
            }
            awaitReplayed();
            int then = placed.size();
            Shop.patiently("orders to come in still").until(() -> placed.size() > then);
            go.set(false);
            traders.forEach(CompletableFuture::join);
        }
        shop.awaitQuiet();
        Observed after = Observed.of(shop);

        before.orders().forEach((id, order) -> assertThat(after.orders().get(id)).as("order " + id).isEqualTo(order));
        before.payments().forEach((id, payment) -> assertThat(after.payments().get(id)).as("payment " + id).isEqualTo(payment));
        before.shipments().forEach((id, shipment) -> assertThat(after.shipments().get(id)).as(id).isEqualTo(shipment));
        before.products().forEach((id, product) -> assertThat(after.products().get(id)).as(id).isEqualTo(product));
        placed.forEach(id -> assertThat(after.orders().get(id)).as("an order placed meanwhile").isNotNull());

        for (String view : shop.views()) {
            shop.processor(view, "replay").expect(200);
        }
        awaitReplayed();
        shop.awaitQuiet();
        assertThat(Observed.of(shop)).isEqualTo(after);
    }

    @Test
    void onlyViewsAreReplayed() {
        assertThat(shop.processor("ordering.fulfilment", "replay").status()).isEqualTo(400);
        assertThat(shop.processor("ordering.fulfilment", "dance").status()).isEqualTo(400);
        assertThat(shop.processor("ordering.nobody", "pause").status()).isEqualTo(400);
    }

    @Test
    void deadLettersAreCountedPerProcessor() {
        JsonNode counts = shop.get("/actuator/deadletters").expect(200).json();
        shop.processors().path("processors").forEach(processor -> {
            String name = processor.path("name").asString("");
            assertThat(counts.path(name).isNumber()).as(name).isTrue();
            assertThat(shop.get("/actuator/deadletters/" + name).expect(200).json().isArray()).isTrue();
        });
        assertThat(shop.send("DELETE", "/actuator/deadletters/ordering.fulfilment/nothing", null, Map.of()).expect(200)
                .json().path("dropped").asBoolean(true))
                .isFalse();
    }

    /** While ordering learns its products anew it knows some of them later than others, and says so: then it is asked again. */
    private CompletableFuture<Void> trade(
            ExecutorService threads, AtomicBoolean go, String sku, ConcurrentLinkedQueue<String> placed) {
        return CompletableFuture.runAsync(
                () -> {
                    while (go.get()) {
                        placed.add(shop.order(Order.of(sku, 1), null).expect(201).text("orderId"));
                    }
                },
                threads);
    }

    private void awaitReplayed() {
        Shop.patiently("all replays to end").untilAsserted(() -> {
            for (JsonNode processor : shop.processors().path("processors")) {
                assertThat(processor.path("running").asBoolean(false)).as("%s", processor).isTrue();
                assertThat(processor.path("replaying").asBoolean(true)).as("%s", processor).isFalse();
            }
        });
    }

    private JsonNode processor(String name) {
        return shop.get("/actuator/processors/" + name).expect(200).json();
    }
}
