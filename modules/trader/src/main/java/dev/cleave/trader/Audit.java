package dev.cleave.trader;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds the system's books against what the trader did itself. */
final class Audit {

    private final Map<String, StockLevel> before;
    private final Map<String, BigDecimal> prices;
    private final Map<String, Integer> received;
    private final Collection<TradedOrder> orders;
    private final boolean exact;
    private final List<Breach> breaches = new ArrayList<>();

    /**
     * @param before the stock when the run began
     * @param prices what the catalogue asks for each product traded
     * @param received what the run received of each product
     * @param exact whether the books must show what the run did and nothing else, or at least that
     */
    Audit(
            Map<String, StockLevel> before,
            Map<String, BigDecimal> prices,
            Map<String, Integer> received,
            Collection<TradedOrder> orders,
            boolean exact) {
        this.before = before;
        this.prices = prices;
        this.received = received;
        this.orders = orders;
        this.exact = exact;
    }

    List<Breach> check(Map<String, StockLevel> now, Ledger ledger) {
        breaches.clear();
        now.forEach(this::stockAddsUp);
        stockShowsThisRun(now);
        for (TradedOrder order : orders) {
            String id = order.id();
            if (id != null) {
                comesToAnEnd(order);
                isChargedOnceAndExactly(order, ledger.of(id));
            }
        }
        return breaches.stream().sorted().toList();
    }

    private void stockAddsUp(String sku, StockLevel level) {
        long in = level.received() + level.adjusted();
        long out = level.onHand() + level.shipped() - level.returned();
        if (in != out) {
            found(Breach.Kind.STOCK, "product " + sku,
                    "received " + level.received() + ", adjusted " + level.adjusted() + ", but on hand "
                            + level.onHand() + ", shipped " + level.shipped() + ", returned " + level.returned());
        }
        if (level.reserved() < 0 || level.reserved() > level.onHand()) {
            found(Breach.Kind.STOCK, "product " + sku, "reserved " + level.reserved() + " of " + level.onHand() + " on hand");
        }
        if (level.available() != level.onHand() - level.reserved()) {
            found(Breach.Kind.STOCK, "product " + sku,
                    "available " + level.available() + ", on hand " + level.onHand() + ", reserved "
                            + level.reserved());
        }
    }

    private void stockShowsThisRun(Map<String, StockLevel> now) {
        Map<String, Integer> shipped = new HashMap<>();
        Map<String, Integer> returned = new HashMap<>();
        Map<String, Integer> open = new HashMap<>();
        for (TradedOrder order : orders) {
            if (order.status().left()) {
                order.order().pieces().forEach((sku, pieces) -> shipped.merge(sku, pieces, Math::addExact));
            } else if (order.isUnfinished()) {
                order.order().pieces().forEach((sku, pieces) -> open.merge(sku, pieces, Math::addExact));
            }
            order.acceptedReturns().values().forEach(
                    back -> back.pieces().forEach((sku, pieces) -> returned.merge(sku, pieces, Math::addExact)));
        }
        received.forEach((sku, pieces) -> {
            StockLevel was = before.getOrDefault(sku, StockLevel.NONE);
            StockLevel is = now.getOrDefault(sku, StockLevel.NONE);
            shows(sku, "received", was.received(), is.received(), pieces);
            shows(sku, "shipped", was.shipped(), is.shipped(), shipped.getOrDefault(sku, 0));
            shows(sku, "returned", was.returned(), is.returned(), returned.getOrDefault(sku, 0));
            if (exact && !open.containsKey(sku) && is.reserved() != was.reserved()) {
                found(Breach.Kind.STOCK, "product " + sku, "reserved " + is.reserved() + " when all its orders were at an end, "
                        + was.reserved() + " before they were placed");
            }
        });
    }

    private void shows(String sku, String what, long was, long is, int mine) {
        if (exact ? is - was != mine : is < mine) {
            found(Breach.Kind.STOCK, "product " + sku,
                    what + " went from " + was + " to " + is + ", this run " + what + " " + mine);
        }
    }

    private void comesToAnEnd(TradedOrder order) {
        if (!order.status().end()) {
            long seconds = (System.nanoTime() - order.placedNanos()) / 1_000_000_000;
            found(Breach.Kind.ENDS, order.label(),
                    "was accepted and is still " + order.status().text() + " after " + seconds + " s");
        }
    }

    private void isChargedOnceAndExactly(TradedOrder order, Ledger.Charges charges) {
        BigDecimal expected = worth(order.order().pieces());
        BigDecimal total = order.total();
        if (total != null && total.compareTo(expected) != 0) {
            found(Breach.Kind.CHARGES, order.label(), "has the total " + total + ", its lines come to " + expected);
        }
        if (order.status().left()) {
            if (charges.captures().size() != 1 || charges.captured().compareTo(expected) != 0) {
                found(Breach.Kind.CHARGES, order.label(), "left the house for " + expected + ", the provider captured "
                        + amounts(charges.captures()));
            }
            BigDecimal back = order.acceptedReturns().values().stream()
                    .map(accepted -> worth(accepted.pieces()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (charges.refunded().compareTo(back) != 0) {
                found(Breach.Kind.CHARGES, order.label(), "had pieces for " + back + " sent back, the provider refunded "
                        + amounts(charges.refunds()));
            }
        } else if (order.status().end() && charges.captured().compareTo(charges.refunded()) != 0) {
            found(Breach.Kind.CHARGES, order.label(), "ended " + order.status().text() + ", but the provider captured "
                    + amounts(charges.captures()) + " and refunded " + amounts(charges.refunds()));
        }
    }

    private BigDecimal worth(Map<String, Integer> pieces) {
        return pieces.entrySet().stream()
                .map(line -> prices.getOrDefault(line.getKey(), BigDecimal.ZERO).multiply(BigDecimal.valueOf(line.getValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String amounts(List<BigDecimal> amounts) {
        return amounts.isEmpty() ? "nothing"
                : String.join(" and ", amounts.stream().map(BigDecimal::toPlainString).toList());
    }

    private void found(Breach.Kind invariant, String subject, String finding) {
        breaches.add(new Breach(invariant, subject, finding));
    }
}
