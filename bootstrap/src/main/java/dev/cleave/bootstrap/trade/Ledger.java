package dev.cleave.bootstrap.trade;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the payment provider itself wrote down: the money that it moved, by order. */
final class Ledger {

    private final Map<String, Charges> byOrder = new HashMap<>();

    /** The captures and refunds that the provider carried out for one order. */
    record Charges(List<BigDecimal> captures, List<BigDecimal> refunds) {

        static final Charges NONE = new Charges(List.of(), List.of());

        BigDecimal captured() {
            return captures.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal refunded() {
            return refunds.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    static Ledger read(Shop shop) throws InterruptedException {
        Ledger ledger = new Ledger();
        shop.list("/simulator/ledger", ledger::add);
        return ledger;
    }

    Charges of(String orderId) {
        return byOrder.getOrDefault(orderId, Charges.NONE);
    }

    private boolean add(JsonNode entry) {
        BigDecimal amount = TradedOrder.amount(entry.path("amount"));
        if (amount == null || !entry.path("outcome").asString("").equals("approved")) {
            return true;
        }
        Charges charges = byOrder.computeIfAbsent(entry.path("payment").asString(""),
                order -> new Charges(new ArrayList<>(), new ArrayList<>()));
        switch (entry.path("kind").asString("")) {
            case "capture" -> charges.captures().add(amount);
            case "refund" -> charges.refunds().add(amount);
            default -> {}
        }
        return true;
    }
}
