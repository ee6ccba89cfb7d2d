package dev.cleave.trader;

import dev.cleave.trader.file.OrderFile;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One invoice on its way through the system, and what the system said of it. One thread trades it; others read. */
final class TradedOrder {

    private final OrderFile.Order order;
    private final List<OrderFile.Return> returns;
    private final Map<String, OrderFile.Return> acceptedReturns = new ConcurrentHashMap<>();
    private final Map<String, String> refusedReturns = new ConcurrentHashMap<>();

    private volatile @Nullable String id;
    private volatile @Nullable String refusal;
    private volatile @Nullable String unanswered;
    private volatile @Nullable String trouble;
    private volatile long placedNanos;
    private volatile long acceptedNanos;
    private volatile long endedNanos;
    private volatile Status status = Status.PLACED;
    private volatile @Nullable String reason;
    private volatile @Nullable BigDecimal total;
    private volatile Map<String, Instant> timeline = Map.of();

    TradedOrder(OrderFile.Order order, List<OrderFile.Return> returns) {
        this.order = order;
        this.returns = returns;
    }

    OrderFile.Order order() {
        return order;
    }

    List<OrderFile.Return> returns() {
        return returns;
    }

    void placing(long intendedStart) {
        placedNanos = intendedStart;
    }

    void accepted(String orderId) {
        id = orderId;
        acceptedNanos = System.nanoTime();
    }

    void refused(String code) {
        refusal = code;
    }

    /** The system did not say whether it took the order. */
    void unanswered(String text) {
        unanswered = text;
    }

    /** Something that should not have happened, and kept the order from being traded to its end. */
    void trouble(String text) {
        trouble = text;
    }

    void returnAccepted(OrderFile.Return accepted) {
        acceptedReturns.put(accepted.cancellation(), accepted);
    }

    void returnRefused(OrderFile.Return refused, String code) {
        refusedReturns.put(refused.cancellation(), code);
    }

    void seen(Status now) {
        if (now.end() && endedNanos == 0) {
            endedNanos = System.nanoTime();
        }
        status = now;
    }

    /** Takes over what the system answers when it is asked for the order. */
    void seen(JsonNode answer) {
        total = amount(answer.path("total"));
        timeline = Timeline.of(answer);
        reason = answer.path("reason").asString("unknown");
        seen(Status.of(answer.path("status").asString("")));
    }

    static @Nullable BigDecimal amount(JsonNode money) {
        try {
            return new BigDecimal(money.path("amount").asString(""));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @Nullable String id() {
        return id;
    }

    @Nullable String refusal() {
        return refusal;
    }

    @Nullable String unanswered() {
        return unanswered;
    }

    @Nullable String trouble() {
        return trouble;
    }

    boolean isAccepted() {
        return id != null;
    }

    /** Whether it was accepted and has not come to an end. */
    boolean isUnfinished() {
        return isAccepted() && !status.end();
    }

    Status status() {
        return status;
    }

    /** Why it was rejected after it had been accepted. */
    @Nullable String reason() {
        return reason;
    }

    @Nullable BigDecimal total() {
        return total;
    }

    long placedNanos() {
        return placedNanos;
    }

    long acceptedNanos() {
        return acceptedNanos;
    }

    long endedNanos() {
        return endedNanos;
    }

    Map<String, Instant> timeline() {
        return timeline;
    }

    Map<String, OrderFile.Return> acceptedReturns() {
        return acceptedReturns;
    }

    /** The codes with which returns were refused, by the cancellation's number. */
    Map<String, String> refusedReturns() {
        return refusedReturns;
    }

    /** How people find the order: the invoice's number and, once there is one, the order's. */
    String label() {
        return "invoice " + order.invoice() + (id == null ? "" : " (order " + id + ")");
    }
}
