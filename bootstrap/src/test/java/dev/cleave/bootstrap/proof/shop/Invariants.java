package dev.cleave.bootstrap.proof.shop;

import dev.cleave.bootstrap.proof.shop.Fold.OrderState;
import dev.cleave.bootstrap.proof.shop.Fold.Stock;
import dev.cleave.bootstrap.proof.shop.Shop.Ledger.Account;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Holds what the views showed against the raw events and the provider's ledger. Numbered as the design numbers its invariants;
 * the first, what callers were told, is held against the events by {@link Deeds}.
 */
public final class Invariants {

    private final Observed seen;
    private final Fold fold;
    private final List<String> breaches = new ArrayList<>();

    private Invariants(Observed seen, History history) {
        this.seen = seen;
        history.gaps().forEach(gap -> found(1, gap));
        this.fold = new Fold(history);
    }

    /** All breaches, to be asserted empty; all orders must have had the time to end. */
    public static List<String> breaches(Observed seen, History history) {
        Invariants invariants = new Invariants(seen, history);
        invariants.stockAddsUp();
        invariants.ordersAreChargedOnceAndExactly();
        invariants.ordersEnd();
        invariants.viewsEqualTheFold();
        return invariants.breaches;
    }

    private void stockAddsUp() {
        fold.oversold.forEach(moment -> found(2, moment));
        boolean allEnded = fold.orders.values().stream().allMatch(OrderState::ended);
        seen.stock().forEach((sku, shown) -> {
            Stock stock = Stock.of(shown);
            if (!stock.addsUp()) {
                found(2, sku + " does not add up: " + stock);
            }
            if (shown.path("available").asLong(-1) != stock.onHand() - stock.reserved()) {
                found(2, sku + " shows a wrong number of available pieces: " + shown);
            }
            if (allEnded && stock.reserved() != 0) {
                found(2, sku + " is reserved for nobody: " + stock);
            }
        });
    }

    private void ordersAreChargedOnceAndExactly() {
        fold.orders.forEach((id, order) -> {
            Account account = seen.ledger().of(id);
            if (account.captures() > 1) {
                found(3, "order " + id + " was charged " + account.captures() + " times");
            }
            if (account.captures() == 1 && account.captured().compareTo(order.total()) != 0) {
                found(3, "order " + id + " of " + order.total() + " was charged " + account.captured());
            }
            BigDecimal due = switch (order.status()) {
                case "shipped", "completed", "returned" -> order.total().subtract(order.refunded());
                default -> BigDecimal.ZERO;
            };
            boolean underWay = order.status().equals("confirmed") && order.steps().contains("charged");
            if (!underWay && account.charged().compareTo(due) != 0) {
                found(3, order.status() + " order " + id + " is charged " + account.charged() + ", not " + due);
            }
            if (order.ended() && account.held().signum() != 0) {
                found(3, order.status() + " order " + id + " still has " + account.held() + " set aside");
            }
        });
        for (String paid : seen.ledger().accounts().keySet()) {
            if (!fold.orders.containsKey(paid)) {
                found(3, "the provider was asked for order " + paid + ", which was never placed");
            }
        }
    }

    private void ordersEnd() {
        fold.orders.forEach((id, order) -> {
            if (!order.ended()) {
                found(4, "order " + id + " does not end: " + order);
            }
        });
    }

    private void viewsEqualTheFold() {
        same("product", fold.products, seen.products(), Fold.ProductState::of);
        same("stock of", fold.stock, seen.stock(), Stock::of);
        same("order", fold.orders, seen.orders(), OrderState::of);
        same("payment", fold.payments, seen.payments(), Fold.PaymentState::of);
        same("shipment", fold.shipments, seen.shipments(), Fold.ShipmentState::of);
    }

    private <T> void same(String what, Map<String, T> folded, Map<String, JsonNode> shown, Function<JsonNode, T> read) {
        TreeSet<String> all = new TreeSet<>(folded.keySet());
        all.addAll(shown.keySet());
        for (String id : all) {
            T expected = folded.get(id);
            T found = shown.containsKey(id) ? read.apply(shown.get(id)) : null;
            if (expected == null || !expected.equals(found)) {
                found(5, what + " " + id + " is shown as " + found + ", but its events say " + expected);
            }
        }
    }

    private void found(int invariant, String breach) {
        breaches.add("invariant " + invariant + ": " + breach);
    }
}
