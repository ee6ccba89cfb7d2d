package dev.cleave.trader;

import dev.cleave.platform.operations.SystemAddress;
import java.math.BigDecimal;
import java.net.URI;
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

    /** Reads it to its end from a process that shows it. */
    static Ledger read(Shop shop, URI process) throws InterruptedException {
        Ledger ledger = new Ledger();
        shop.list(address(process), ledger::add);
        return ledger;
    }

    /**
     * Makes sure that it can be read.
     *
     * @throws Shop.NoAnswer with what to do, if not
     */
    static void check(Shop shop, URI process) throws InterruptedException {
        String address = address(process);
        Shop.Reply reply = shop.get(address + "?limit=1");
        if (!reply.ok()) {
            throw new Shop.NoAnswer("The payment provider's ledger can't be read: GET " + address + " was answered "
                    + reply.status() + " " + reply.code() + ". Without this witness nobody can tell what was charged, so nothing"
                    + " was traded. The simulated provider shows it to callers on the machine of the process that holds"
                    + " payment. Lead a port there, as with kubectl -n cleave port-forward service/UNIT 9080:8080, and name"
                    + " it: --ledger http://localhost:9080", null);
        }
    }

    private static String address(URI process) {
        return SystemAddress.below(process, "/simulator/ledger").toString();
    }

    Charges of(String orderId) {
        return byOrder.getOrDefault(orderId, Charges.NONE);
    }

    private boolean add(JsonNode entry) {
        BigDecimal amount = TradedOrder.amount(entry.path("amount"));
        String outcome = entry.path("outcome").asString("");
        if (amount == null || !outcome.equals("approved") && !outcome.equals("undone")) {
            return true;
        }
        Charges charges = byOrder.computeIfAbsent(entry.path("payment").asString(""),
                order -> new Charges(new ArrayList<>(), new ArrayList<>()));
        switch (entry.path("kind").asString("")) {
            case "capture" -> enter(charges.captures(), outcome, amount);
            case "refund" -> enter(charges.refunds(), outcome, amount);
            default -> {}
        }
        return true;
    }

    private static void enter(List<BigDecimal> moved, String outcome, BigDecimal amount) {
        if (outcome.equals("approved")) {
            moved.add(amount);
        } else {
            moved.remove(amount);
        }
    }
}
