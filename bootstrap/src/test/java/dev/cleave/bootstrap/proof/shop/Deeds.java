package dev.cleave.bootstrap.proof.shop;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.cleave.bootstrap.proof.shop.History.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What callers asked for and what they were told. Held against the raw events it shows the first invariant: what was acknowledged
 * has its events exactly once, what was refused has none.
 */
public final class Deeds {

    private final Shop shop;
    private final Map<Deed, Answer> acknowledged = new ConcurrentHashMap<>();
    private final Map<Deed, Answer> refused = new ConcurrentHashMap<>();
    private final Set<Deed> unanswered = ConcurrentHashMap.newKeySet();
    private final Set<Deed> doubtful = ConcurrentHashMap.newKeySet();
    private final AtomicInteger repeated = new AtomicInteger();

    public Deeds(Shop shop) {
        this.shop = shop;
    }

    /**
     * A request that is to take effect once.
     *
     * @param effect what must be found in the events; {@code *} stands for the number that the answer gives
     */
    public record Deed(String effect, String path, @Nullable Object body, String key) {

        public static Deed list(String sku, String price) {
            return new Deed(
                    "listed " + sku, "/api/catalog/products",
                    Map.of("sku", sku, "name", "Product " + sku, "price", Map.of("amount", price, "currency", "GBP")),
                    freshKey());
        }

        public static Deed receive(String sku, int quantity) {
            String reference = Shop.fresh("receipt");
            return new Deed(
                    "received " + quantity + " " + sku + " " + reference, "/api/inventory/stock/" + sku + "/receipts",
                    Map.of("quantity", quantity, "reference", reference), freshKey());
        }

        public static Deed order(Order order) {
            return new Deed(
                    "placed * " + new TreeMap<>(order.pieces()) + " " + order.token(), "/api/ordering/orders", order.body(),
                    freshKey());
        }

        public static Deed cancel(String order) {
            return new Deed(
                    "cancelled " + order, "/api/ordering/orders/" + order + "/cancellation", Map.of("reason", "no"), freshKey());
        }

        public static Deed dispatch(String order) {
            return new Deed(
                    "dispatched " + order, "/api/shipping/shipments/" + order + "/dispatch",
                    Map.of("carrier", "Example Post", "trackingNumber", "T-" + order), freshKey());
        }

        public static Deed deliver(String order) {
            return new Deed("delivered " + order, "/api/shipping/shipments/" + order + "/delivery", null, freshKey());
        }

        public static Deed takeBack(String order, Map<String, Integer> pieces) {
            List<Order.Line> lines = new ArrayList<>();
            pieces.forEach((sku, quantity) -> lines.add(new Order.Line(sku, quantity)));
            return new Deed(
                    "returned " + order + " r " + new TreeMap<>(pieces), "/api/ordering/orders/" + order + "/returns",
                    Map.of("reference", "r", "lines", lines), freshKey());
        }

        private static String freshKey() {
            return Shop.fresh("key");
        }

        private String effect(Answer answer) {
            return effect.contains("*") ? effect.replace("*", answer.text("orderId")) : effect;
        }
    }

    /** Asks, or asks again under the same key; nothing if it was not answered, or not told what became of it. */
    public Optional<Answer> ask(Deed deed) {
        boolean again = !unanswered.add(deed);
        if (again) {
            repeated.incrementAndGet();
        }
        Answer answer;
        try {
            answer = shop.trySend("POST", deed.path(), deed.body(), Map.of("Idempotency-Key", deed.key()));
        } catch (IOException e) {
            return Optional.empty();
        }
        if (answer.status() >= 500 || answer.code().equals("request-in-progress")
                || answer.code().equals("product-not-yet-known")) {
            return Optional.empty();
        }
        (answer.status() < 300 ? acknowledged : refused).put(deed, answer);
        if (again && answer.status() >= 400) {
            doubtful.add(deed);
        }
        unanswered.remove(deed);
        return Optional.of(answer);
    }

    public int acknowledged() {
        return acknowledged.size();
    }

    /** The orders that callers were told were placed, and what they had asked for. */
    public Map<String, Deed> placed() {
        Map<String, Deed> orders = new HashMap<>();
        acknowledged.forEach((deed, answer) -> {
            if (deed.effect().startsWith("placed ")) {
                orders.put(answer.text("orderId"), deed);
            }
        });
        return orders;
    }

    public int refused() {
        return refused.size();
    }

    public int repeated() {
        return repeated.get();
    }

    public int unanswered() {
        return unanswered.size();
    }

    /** Acknowledged deeds that the events know nothing of. */
    public List<String> lost(History history) {
        Set<String> happened = new HashSet<>(effects(history));
        return effectsAcknowledged().stream().filter(effect -> !happened.contains(effect)).sorted().toList();
    }

    /**
     * Deeds that took effect before the process was killed, and were refused when they were asked for again, because the world
     * had moved on: a dispatch whose charge was refused meanwhile. They took effect once; their callers are told otherwise.
     */
    public List<String> deniedAfterwards(History history) {
        Set<String> happened = new HashSet<>(effects(history));
        Set<String> known = effectsAcknowledged();
        return doubtful.stream()
                .map(Deed::effect)
                .filter(effect -> happened.contains(effect) && !known.contains(effect))
                .sorted()
                .toList();
    }

    /** What in the events does not agree with what callers were told; every deed must have been answered. */
    public List<String> breaches(History history) {
        List<String> breaches = new ArrayList<>();
        unanswered.forEach(deed -> breaches.add("was never answered: " + deed.effect()));
        lost(history).forEach(effect -> breaches.add("was acknowledged and is not in the events: " + effect));
        Set<String> expected = effectsAcknowledged();
        expected.addAll(deniedAfterwards(history));
        effects(history).stream().collect(groupingBy(effect -> effect, counting())).forEach((effect, times) -> {
            if (times > 1) {
                breaches.add("happened " + times + " times: " + effect);
            }
            if (!expected.contains(effect)) {
                breaches.add("happened and was not acknowledged: " + effect);
            }
        });
        return breaches.stream().map(breach -> "invariant 1: " + breach).sorted().toList();
    }

    private Set<String> effectsAcknowledged() {
        Set<String> effects = new HashSet<>();
        acknowledged.forEach((deed, answer) -> effects.add(deed.effect(answer)));
        return effects;
    }

    private static List<String> effects(History history) {
        List<String> effects = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        for (Event event : history.events()) {
            switch (event.type()) {
                case "catalog.ProductListed" -> effects.add("listed " + event.text("sku"));
                case "inventory.StockReceived" -> effects.add("received " + event.payload().path("quantity").asInt(0) + " "
                        + event.text("sku") + " " + event.text("reference"));
                case "ordering.OrderPlaced" -> effects.add(
                        "placed " + event.text("order") + " " + pieces(event) + " " + event.text("paymentToken"));
                case "ordering.OrderCancellationRequested" -> {
                    if (event.text("reason").equals("BY_CUSTOMER")) {
                        effects.add("cancelled " + event.text("order"));
                        asked.add(event.text("order"));
                    }
                }
                case "ordering.OrderCancelled" -> {
                    if (event.text("reason").equals("BY_CUSTOMER") && !asked.contains(event.text("order"))) {
                        effects.add("cancelled " + event.text("order"));
                    }
                }
                case "shipping.DispatchRequested" -> effects.add("dispatched " + event.text("shipment"));
                case "shipping.ShipmentDelivered" -> {
                    if (!event.payload().path("assumed").asBoolean(true)) {
                        effects.add("delivered " + event.text("shipment"));
                    }
                }
                case "ordering.ReturnRequested" -> effects.add(
                        "returned " + event.text("order") + " " + event.text("returnId") + " " + pieces(event));
                default -> {}
            }
        }
        return effects;
    }

    private static Map<String, Integer> pieces(Event event) {
        Map<String, Integer> pieces = new TreeMap<>();
        for (JsonNode line : event.payload().path("lines")) {
            pieces.merge(line.path("sku").asString(""), line.path("quantity").asInt(0), Integer::sum);
        }
        return pieces;
    }
}
