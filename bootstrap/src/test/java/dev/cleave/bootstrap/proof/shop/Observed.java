package dev.cleave.bootstrap.proof.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Everything that the system's views show over HTTP, and the provider's ledger; to be taken when it is quiet. */
public record Observed(
        Map<String, JsonNode> products,
        Map<String, JsonNode> stock,
        Map<String, JsonNode> orders,
        Map<String, JsonNode> payments,
        Map<String, JsonNode> shipments,
        Shop.Ledger ledger) {

    private static final int SIDE_BY_SIDE = 8;
    private static final Set<String> AWAITING_THE_PROVIDER = Set.of("authorising", "capturing", "cancelling");

    /** Waits until nobody waits for the provider any more, and nothing happens while it is looked at. */
    public static Observed settled(Shop shop) {
        AtomicReference<Observed> seen = new AtomicReference<>();
        Shop.patiently("everything to be settled").until(() -> {
            long last = shop.awaitQuiet();
            seen.set(of(shop));
            return seen.get().isSettled() && shop.awaitQuiet() == last;
        });
        return seen.get();
    }

    private boolean isSettled() {
        return payments.values().stream()
                .noneMatch(payment -> AWAITING_THE_PROVIDER.contains(payment.path("status").asString("")))
                && orders.values().stream()
                        .flatMap(order -> order.path("returned").values().stream())
                        .noneMatch(refund -> refund.path("status").asString("").equals("requested"));
    }

    public static Observed of(Shop shop) {
        Map<String, JsonNode> listed = by("orderId", shop.all("/api/ordering/orders"));
        return new Observed(
                by("sku", shop.all("/api/catalog/products")),
                by("sku", shop.all("/api/inventory/stock")),
                each(listed, shop::order),
                each(listed, id -> {
                    Answer payment = shop.get("/api/payment/payments/" + id);
                    return payment.status() == 404 ? null : payment.expect(200).json();
                }),
                by("orderId", shop.all("/api/shipping/shipments")),
                shop.ledger());
    }

    private static Map<String, JsonNode> by(String property, List<JsonNode> items) {
        Map<String, JsonNode> found = new TreeMap<>();
        items.forEach(item -> {
            if (found.put(item.path(property).asString(""), item) != null) {
                throw new AssertionError("Listed twice: " + item);
            }
        });
        return found;
    }

    private static Map<String, JsonNode> each(Map<String, JsonNode> listed, Function<String, JsonNode> read) {
        Map<String, JsonNode> found = new ConcurrentSkipListMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            List<Future<?>> reading = new ArrayList<>();
            for (String id : listed.keySet()) {
                reading.add(threads.submit(() -> {
                    JsonNode item = read.apply(id);
                    if (item != null) {
                        found.put(id, item);
                    }
                }));
            }
            for (Future<?> each : reading) {
                each.get();
            }
        } catch (Exception e) {
            throw new AssertionError("The system can't be read", e);
        }
        return found;
    }
}
