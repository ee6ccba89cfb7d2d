package dev.cleave.bootstrap.proof.shop;

import dev.cleave.bootstrap.proof.shop.History.Event;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the views ought to show, derived from the raw events by other means than the system's. */
public final class Fold {

    public final Map<String, Stock> stock = new TreeMap<>();
    public final Map<String, OrderState> orders = new TreeMap<>();
    public final Map<String, PaymentState> payments = new TreeMap<>();
    public final Map<String, ShipmentState> shipments = new TreeMap<>();
    public final Map<String, ProductState> products = new TreeMap<>();

    private final Map<String, PaymentState> unshown = new TreeMap<>();

    /** Moments at which stock was promised that was not there. */
    public final List<String> oversold = new ArrayList<>();

    public record Stock(long onHand, long reserved, long received, long adjusted, long shipped, long returned) {

        static final Stock NONE = new Stock(0, 0, 0, 0, 0, 0);

        static Stock of(JsonNode shown) {
            return new Stock(
                    shown.path("onHand").asLong(-1),
                    shown.path("reserved").asLong(-1),
                    shown.path("received").asLong(-1),
                    shown.path("adjusted").asLong(-1),
                    shown.path("shipped").asLong(-1),
                    shown.path("returned").asLong(-1));
        }

        Stock plus(long onHand, long reserved, long received, long adjusted, long shipped, long returned) {
            return new Stock(
                    this.onHand + onHand,
                    this.reserved + reserved,
                    this.received + received,
                    this.adjusted + adjusted,
                    this.shipped + shipped,
                    this.returned + returned);
        }

        boolean addsUp() {
            return received + adjusted == onHand + shipped - returned && 0 <= reserved && reserved <= onHand;
        }
    }

    /** @param returns the status of each return and of a reversal, by its number */
    public record OrderState(
            String status,
            String reason,
            String customer,
            BigDecimal total,
            Map<String, Long> pieces,
            BigDecimal refunded,
            Map<String, String> returns,
            List<String> steps) {

        static OrderState of(JsonNode shown) {
            Map<String, Long> pieces = new TreeMap<>();
            shown.path("lines")
                    .forEach(line -> pieces.merge(line.path("sku").asString(""), line.path("quantity").asLong(0), Long::sum));
            Map<String, String> returns = new TreeMap<>();
            shown.path("returned").forEach(
                    each -> returns.put(each.path("returnId").asString(""), each.path("status").asString("")));
            return new OrderState(
                    shown.path("status").asString(""),
                    shown.path("reason").asString(""),
                    shown.path("customerId").asString(""),
                    Shop.amount(shown.path("total")),
                    pieces,
                    Shop.amount(shown.path("refunded")),
                    returns,
                    Shop.steps(shown));
        }

        OrderState in(String next, String why) {
            return new OrderState(next, why, customer, total, pieces, refunded, returns, steps).step(next);
        }

        OrderState step(String what) {
            List<String> more = new ArrayList<>(steps);
            more.add(what);
            return new OrderState(status, reason, customer, total, pieces, refunded, returns, more);
        }

        OrderState refund(String id, String itsStatus, BigDecimal paidBack) {
            Map<String, String> more = new TreeMap<>(returns);
            more.put(id, itsStatus);
            return new OrderState(status, reason, customer, total, pieces, refunded.add(paidBack), more, steps);
        }

        boolean ended() {
            return List.of("completed", "rejected", "cancelled", "returned").contains(status);
        }
    }

    /** @param matters what a person has to settle, as the payment shows it */
    public record PaymentState(
            String status, @Nullable BigDecimal amount, BigDecimal captured, BigDecimal refunded, Set<String> matters) {

        static final PaymentState NONE = new PaymentState("", null, zero(), zero(), Set.of());

        static PaymentState of(JsonNode shown) {
            Set<String> matters = new TreeSet<>();
            shown.path("toSettle").forEach(matter -> matters.add(matter.asString("")));
            return new PaymentState(
                    shown.path("status").asString(""),
                    shown.path("amount").isObject() ? Shop.amount(shown.path("amount")) : null,
                    Shop.amount(shown.path("captured")),
                    Shop.amount(shown.path("refunded")),
                    matters);
        }

        PaymentState in(String next) {
            return new PaymentState(next, amount, captured, refunded, matters);
        }

        PaymentState charged(BigDecimal sum) {
            return new PaymentState(status, amount, sum, refunded, matters);
        }

        PaymentState paidBack(BigDecimal sum) {
            return new PaymentState(status, amount, captured, refunded.add(sum), matters);
        }

        PaymentState attend(String matter) {
            Set<String> more = new TreeSet<>(matters);
            more.add(matter);
            return new PaymentState(status, amount, captured, refunded, more);
        }

        PaymentState settle(String matter) {
            Set<String> fewer = new TreeSet<>(matters);
            fewer.remove(matter);
            return new PaymentState(status, amount, captured, refunded, fewer);
        }

        PaymentState shown() {
            return matters.isEmpty() ? this : in("needs-attention");
        }
    }

    public record ShipmentState(String status, String carrier, String trackingNumber, Map<String, Long> parcels) {

        static ShipmentState of(JsonNode shown) {
            return new ShipmentState(
                    shown.path("status").asString(""),
                    shown.path("carrier").asString(""),
                    shown.path("trackingNumber").asString(""),
                    pieces(shown.path("parcels")));
        }

        ShipmentState in(String next) {
            return new ShipmentState(next, carrier, trackingNumber, parcels);
        }
    }

    public record ProductState(String name, BigDecimal price, boolean retired) {

        static ProductState of(JsonNode shown) {
            return new ProductState(
                    shown.path("name").asString(""), Shop.amount(shown.path("price")), shown.path("retired").asBoolean(false));
        }
    }

    public Fold(History history) {
        history.events().forEach(this::apply);
    }

    private void apply(Event event) {
        String context = event.type().substring(0, event.type().indexOf('.'));
        String name = event.type().substring(context.length() + 1);
        switch (context) {
            case "catalog" -> product(name, event);
            case "inventory" -> stock(name, event);
            case "ordering" -> order(name, event);
            case "payment" -> payment(name, event);
            case "shipping" -> shipment(name, event);
            case "notification" -> {}
            default -> throw new AssertionError("An event of a context that nobody knows: " + event);
        }
    }

    private void product(String name, Event event) {
        switch (name) {
            case "ProductListed" -> products.put(event.text("sku"),
                    new ProductState(event.text("name"), Shop.amount(event.payload().path("price")), false));
            case "PriceChanged" -> products.computeIfPresent(event.text("sku"),
                    (sku, was) -> new ProductState(was.name(), Shop.amount(event.payload().path("price")), was.retired()));
            case "ProductTextChanged" -> products.computeIfPresent(event.text("sku"),
                    (sku, was) -> new ProductState(event.text("name"), was.price(), was.retired()));
            case "ProductRetired" ->
                products.computeIfPresent(event.text("sku"), (sku, was) -> new ProductState(was.name(), was.price(), true));
            default -> unknown(event);
        }
    }

    private void stock(String name, Event event) {
        switch (name) {
            case "StockReceived" -> {
                long pieces = event.payload().path("quantity").asLong(0);
                move(event, event.text("sku"), pieces, 0, pieces, 0, 0, 0);
            }
            case "StockAdjusted" -> {
                long change = event.payload().path("change").asLong(0);
                move(event, event.text("sku"), change, 0, 0, change, 0, 0);
            }
            case "StockReserved" -> lines(event).forEach((sku, n) -> move(event, sku, 0, n, 0, 0, 0, 0));
            case "ReservationReleased" -> lines(event).forEach((sku, n) -> move(event, sku, 0, -n, 0, 0, 0, 0));
            case "ReservationShipped" -> lines(event).forEach((sku, n) -> move(event, sku, -n, -n, 0, 0, n, 0));
            case "StockReturned" -> lines(event).forEach((sku, n) -> move(event, sku, n, 0, 0, 0, 0, n));
            case "ReservationRefused" -> {}
            default -> unknown(event);
        }
    }

    private void move(
            Event event, String sku, long onHand, long reserved, long received, long adjusted, long shipped, long returned) {
        Stock now = stock.getOrDefault(sku, Stock.NONE).plus(onHand, reserved, received, adjusted, shipped, returned);
        stock.put(sku, now);
        if (!now.addsUp()) {
            oversold.add("after the event at " + event.position() + ", " + event.type() + ", " + sku + " has " + now);
        }
    }

    private void order(String name, Event event) {
        String id = event.text("order");
        switch (name) {
            case "OrderPlaced" -> orders.put(id, new OrderState(
                    "placed", "", event.text("customer"), Shop.amount(event.payload().path("total")), lines(event), zero(),
                    Map.of(), List.of("placed")));
            case "OrderReserved" -> change(id, was -> was.in("reserved", ""));
            case "OrderConfirmed" -> change(id, was -> was.in("confirmed", ""));
            case "OrderCharged" -> change(id, was -> was.step("charged"));
            case "OrderShipped" -> change(id, was -> was.in("shipped", ""));
            case "OrderCompleted" -> change(id, was -> was.in("completed", ""));
            case "OrderRejected" -> change(id, was -> was.in("rejected", code(event, "reason")));
            case "OrderCancellationRequested" -> change(id, was -> was.step("cancellation-requested"));
            case "OrderCancellationRefused" -> change(id, was -> was.step("cancellation-refused"));
            case "OrderChargeOverdue" -> change(id, was -> was.step("charge-overdue"));
            case "OrderCancelled" -> change(id, was -> was.in("cancelled", code(event, "reason")));
            case "ReversalDue" -> change(id, was -> was.refund(event.text("refund"), "requested", zero()).step("reversal-due"));
            case "ReversalPaid" -> change(id, was -> was
                    .refund(event.text("refund"), "refunded", Shop.amount(event.payload().path("amount")))
                    .step("reversal-paid"));
            case "ReversalFailed" ->
                change(id, was -> was.refund(event.text("refund"), "refused", zero()).step("reversal-failed"));
            case "ReturnRequested" ->
                change(id, was -> was.refund(event.text("returnId"), "requested", zero()).step("return-requested"));
            case "ReturnAccepted" -> change(id, was -> {
                OrderState back = was
                        .refund(event.text("returnId"), "refunded", Shop.amount(event.payload().path("refund")))
                        .step("refunded");
                return event.payload().path("whole").asBoolean(false) ? back.in("returned", "") : back;
            });
            case "ReturnRefused" ->
                change(id, was -> was.refund(event.text("returnId"), "refused", zero()).step("return-refused"));
            case "RefundOverdue" -> change(id, was -> was.refund(event.text("refund"), "overdue", zero()).step("refund-overdue"));
            case "OrderRefundFailed" -> change(id, was -> was
                    .refund(event.text("refund"), "failed", Shop.amount(event.payload().path("amount")).negate())
                    .step("refund-failed"));
            case "OrderRefundSettled" ->
                change(id, was -> was.refund(event.text("refund"), "settled", zero()).step("refund-settled"));
            case "RefundUnexpected" -> change(id, was -> was
                    .refund(event.text("refund"), "unexpected", Shop.amount(event.payload().path("amount")))
                    .step("refund-unexpected"));
            case "CustomerErased" -> {}
            default -> unknown(event);
        }
    }

    private void change(String order, java.util.function.UnaryOperator<OrderState> change) {
        OrderState was = orders.get(order);
        if (was == null) {
            throw new AssertionError("An event of an order that was never placed: " + order);
        }
        orders.put(order, change.apply(was));
    }

    private void payment(String name, Event event) {
        String id = event.text("payment");
        PaymentState was = unshown.getOrDefault(id, PaymentState.NONE);
        boolean first = event.payload().path("attempt").asInt(1) == 1;
        BigDecimal amount = Shop.amount(event.payload().path("amount"));
        String refund = event.text("refund");
        PaymentState now = switch (name) {
            case "AuthorisationRequested" -> first
                    ? new PaymentState("authorising", amount, was.captured(), was.refunded(), was.matters()) : was;
            case "PaymentAuthorised" -> was.in("authorised");
            case "PaymentDeclined" -> was.status().equals("cancelled") ? was : was.in("declined");
            case "AuthorisationLost" -> was.in("authorisation-lost");
            case "CaptureRequested" -> first ? was.in("capturing") : was;
            case "PaymentCaptured" -> was.in("captured").charged(amount);
            case "CaptureRefused" ->
                was.status().isEmpty() || was.status().equals("capturing") ? was.in("capture-refused") : was;
            case "CaptureUndone" -> was.status().equals("captured")
                    ? was.charged(zero()).in("capture-undone").attend("~charge") : was.charged(zero());
            case "CancellationRequested" -> !first && was.status().equals("cancelled") && was.amount() != null
                    ? was.in("cancelling").attend("~charge") : was.in("cancelling");
            case "PaymentCancelled" -> was.in("cancelled").settle("~charge");
            case "StrayCaptureFound" -> was.in("cancelled").charged(amount).settle("~charge");
            case "PaymentRefunded" -> was.paidBack(amount).settle(refund);
            case "RefundRefused" -> {
                PaymentState known = was.status().isEmpty() ? was.in("unasked") : was;
                yield event.payload().path("inDoubt").asBoolean(false) || refund.startsWith("~")
                        ? known.attend(refund) : known.settle(refund);
            }
            case "RefundFailed" -> was.paidBack(amount.negate()).attend(refund);
            case "PaymentSettled" -> was.settle(refund.isEmpty() ? "~charge" : refund);
            case "PaymentCancellationRefused", "RefundRequested" -> was;
            default -> throw new AssertionError("An event that nobody knows: " + event);
        };
        if (now != PaymentState.NONE) {
            unshown.put(id, now);
            payments.put(id, now.shown());
        }
    }

    private void shipment(String name, Event event) {
        String id = event.text("shipment");
        ShipmentState was = shipments.get(id);
        switch (name) {
            case "ShipmentPrepared" -> shipments.put(id,
                    new ShipmentState("prepared", "", "", pieces(event.payload().path("parcels"))));
            case "DispatchRequested" -> shipments.put(id, new ShipmentState(
                    "dispatch-requested", event.text("carrier"), event.text("trackingNumber"), was.parcels()));
            case "ShipmentDispatched" -> shipments.put(id, was.in("dispatched"));
            case "ShipmentDelivered" -> shipments.put(id, was.in("delivered"));
            case "ShipmentCancelled" -> shipments.put(id,
                    was == null ? new ShipmentState("cancelled", "", "", Map.of()) : was.in("cancelled"));
            case "CancellationRefused" -> {}
            default -> unknown(event);
        }
    }

    private static void unknown(Event event) {
        throw new AssertionError("An event that nobody knows: " + event);
    }

    private static Map<String, Long> lines(Event event) {
        return pieces(event.payload().path("lines"));
    }

    private static Map<String, Long> pieces(JsonNode lines) {
        Map<String, Long> pieces = new TreeMap<>();
        lines.forEach(line -> pieces.merge(line.path("sku").asString(""), line.path("quantity").asLong(0), Long::sum));
        return pieces;
    }

    private static String code(Event event, String property) {
        return event.text(property).toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static BigDecimal zero() {
        return BigDecimal.ZERO.setScale(2);
    }
}
