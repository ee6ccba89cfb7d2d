package dev.cleave.ordering.overview;

import dev.cleave.ordering.api.OrderCancellationRefused;
import dev.cleave.ordering.api.OrderCancellationRequested;
import dev.cleave.ordering.api.OrderCancelled;
import dev.cleave.ordering.api.OrderChargeOverdue;
import dev.cleave.ordering.api.OrderCharged;
import dev.cleave.ordering.api.OrderCompleted;
import dev.cleave.ordering.api.OrderConfirmed;
import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.OrderPlaced;
import dev.cleave.ordering.api.OrderRefundFailed;
import dev.cleave.ordering.api.OrderRefundSettled;
import dev.cleave.ordering.api.OrderRejected;
import dev.cleave.ordering.api.OrderReserved;
import dev.cleave.ordering.api.OrderShipped;
import dev.cleave.ordering.api.OrderStatus;
import dev.cleave.ordering.api.RefundOverdue;
import dev.cleave.ordering.api.RefundUnexpected;
import dev.cleave.ordering.api.ReturnAccepted;
import dev.cleave.ordering.api.ReturnId;
import dev.cleave.ordering.api.ReturnRefused;
import dev.cleave.ordering.api.ReturnRequested;
import dev.cleave.ordering.api.ReversalDue;
import dev.cleave.ordering.api.ReversalFailed;
import dev.cleave.ordering.api.ReversalPaid;
import dev.cleave.platform.messaging.View;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

@View("orders")
class OrdersView {

    private static final Logger log = LoggerFactory.getLogger(OrdersView.class);
    private static final int LONGEST_TIMELINE = 90_000;

    private final JdbcTemplate jdbc;
    private final ToSettle toSettle;

    OrdersView(JdbcTemplate jdbc, ToSettle toSettle) {
        this.jdbc = jdbc;
        this.toSettle = toSettle;
    }

    @EventHandler
    void on(OrderPlaced event, @SequenceNumber long version, @Timestamp Instant at) {
        jdbc.update(
                "INSERT INTO order_overview"
                        + " (order_id, customer_id, status, total, currency, placed_at, version, timeline, lines)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                event.order().value(),
                event.customer().value(),
                OrderStatus.PLACED.code(),
                event.total().getAmount(),
                event.total().getCurrencyUnit().getCode(),
                Overview.micros(at),
                version,
                TimelineColumn.step(at, OrderStatus.PLACED.code(), null),
                LinesColumn.priced(event.lines()));
    }

    @EventHandler
    void on(OrderReserved event, @SequenceNumber long version, @Timestamp Instant at) {
        reach(event.order(), OrderStatus.RESERVED, null, version, at);
    }

    @EventHandler
    void on(OrderConfirmed event, @SequenceNumber long version, @Timestamp Instant at) {
        reach(event.order(), OrderStatus.CONFIRMED, null, version, at);
    }

    @EventHandler
    void on(OrderCharged event, @SequenceNumber long version, @Timestamp Instant at) {
        note(event.order(), "charged", null, version, at);
    }

    @EventHandler
    void on(OrderShipped event, @SequenceNumber long version, @Timestamp Instant at) {
        reach(event.order(), OrderStatus.SHIPPED, null, version, at);
    }

    @EventHandler
    void on(OrderCompleted event, @SequenceNumber long version, @Timestamp Instant at) {
        reach(event.order(), OrderStatus.COMPLETED, event.assumed() ? "delivery-assumed" : "delivered", version, at);
    }

    @EventHandler
    void on(OrderRejected event, @SequenceNumber long version, @Timestamp Instant at) {
        end(event.order(), OrderStatus.REJECTED, event.reason().code(), event.detail(), version, at);
    }

    @EventHandler
    void on(OrderCancellationRequested event, @SequenceNumber long version, @Timestamp Instant at) {
        note(event.order(), "cancellation-requested", event.reason().code(), version, at);
    }

    @EventHandler
    void on(OrderCancellationRefused event, @SequenceNumber long version, @Timestamp Instant at) {
        note(event.order(), "cancellation-refused", event.answered() ? "leaving" : "no-answer", version, at);
    }

    @EventHandler
    void on(OrderChargeOverdue event, @SequenceNumber long version, @Timestamp Instant at) {
        note(event.order(), "charge-overdue", null, version, at);
    }

    @EventHandler
    void on(OrderCancelled event, @SequenceNumber long version, @Timestamp Instant at) {
        end(event.order(), OrderStatus.CANCELLED, event.reason().code(), null, version, at);
    }

    @EventHandler
    void on(ReversalDue event, @SequenceNumber long version, @Timestamp Instant at) {
        openRefund(event.order(), event.refund(), event.amount(), "");
        note(event.order(), "reversal-due", null, version, at);
    }

    @EventHandler
    void on(ReversalPaid event, @SequenceNumber long version, @Timestamp Instant at) {
        moveRefund(event.order(), event.refund(), "refunded", null);
        settleUnlessMoreIsOpen(event.order());
        note(event.order(), "reversal-paid", null, version, at);
    }

    @EventHandler
    void on(ReversalFailed event, @SequenceNumber long version, @Timestamp Instant at, ReplayStatus replay) {
        moveRefund(event.order(), event.refund(), "refused", event.detail());
        toSettle.add(event.order());
        if (replay == ReplayStatus.REGULAR) {
            log.warn(
                    "Order {} needs attention: it was charged and never left, and the charge could not be paid back ({}). Settle it"
                            + " with the provider. GET /api/payment/payments/{} shows what was tried, and POST"
                            + " /api/payment/payments/{}/settlement, or the provider's report that the refund was paid, ends this.",
                    event.order().value(), event.detail(), event.order().value(), event.order().value());
        }
        note(event.order(), "reversal-failed", null, version, at);
    }

    @EventHandler
    void on(ReturnRequested event, @SequenceNumber long version, @Timestamp Instant at) {
        openRefund(event.order(), event.returnId(), event.refund(), LinesColumn.unpriced(event.lines()));
        note(event.order(), "return-requested", event.returnId().value(), version, at);
    }

    @EventHandler
    void on(ReturnAccepted event, @SequenceNumber long version, @Timestamp Instant at) {
        moveRefund(event.order(), event.returnId(), "refunded", null);
        note(event.order(), "refunded", event.returnId().value(), version, at);
        if (event.whole()) {
            reach(event.order(), OrderStatus.RETURNED, null, version, at);
        }
    }

    @EventHandler
    void on(ReturnRefused event, @SequenceNumber long version, @Timestamp Instant at) {
        moveRefund(event.order(), event.returnId(), "refused", event.detail());
        note(event.order(), "return-refused", event.returnId().value(), version, at);
    }

    @EventHandler
    void on(OrderRefundFailed event, @SequenceNumber long version, @Timestamp Instant at, ReplayStatus replay) {
        moveRefund(event.order(), event.refund(), "failed", event.detail());
        toSettle.add(event.order());
        if (replay == ReplayStatus.REGULAR) {
            log.warn(
                    "Order {} needs attention: a refund that was paid did not stay with the customer ({}). Settle it with the"
                            + " provider. GET /api/payment/payments/{} shows what happened, and POST"
                            + " /api/payment/payments/{}/settlement ends this.",
                    event.order().value(), event.detail(), event.order().value(), event.order().value());
        }
        note(event.order(), "refund-failed", event.refund().value(), version, at);
    }

    @EventHandler
    void on(OrderRefundSettled event, @SequenceNumber long version, @Timestamp Instant at) {
        moveRefund(event.order(), event.refund(), "settled", event.paidBack() ? "paid-back-elsewhere" : "not-paid-back");
        settleUnlessMoreIsOpen(event.order());
        note(event.order(), "refund-settled", event.refund().value(), version, at);
    }

    @EventHandler
    void on(RefundUnexpected event, @SequenceNumber long version, @Timestamp Instant at) {
        moveRefund(event.order(), event.refund(), "unexpected", null);
        note(event.order(), "refund-unexpected", event.refund().value(), version, at);
    }

    private void settleUnlessMoreIsOpen(OrderId order) {
        Integer open = jdbc.queryForObject(
                "SELECT COUNT(*) FROM order_refund WHERE order_id = ? AND status = 'failed'", Integer.class, order.value());
        if (open == null || open == 0) {
            toSettle.remove(order);
        }
    }

    @EventHandler
    void on(RefundOverdue event, @SequenceNumber long version, @Timestamp Instant at) {
        moveRefund(event.order(), event.refund(), "overdue", null);
        note(event.order(), "refund-overdue", event.refund().value(), version, at);
    }

    @ResetHandler
    void reset() {
        jdbc.update("DELETE FROM order_overview");
        jdbc.update("DELETE FROM order_refund");
        toSettle.clear();
    }

    private void reach(OrderId order, OrderStatus status, @Nullable String note, long version, Instant at) {
        jdbc.update(
                "UPDATE order_overview SET status = ?, version = ?, timeline = timeline || ? WHERE order_id = ?",
                status.code(),
                version,
                TimelineColumn.step(at, status.code(), note),
                order.value());
    }

    private void end(
            OrderId order, OrderStatus status, String reason, @Nullable String detail, long version, Instant at) {
        jdbc.update(
                "UPDATE order_overview SET status = ?, reason = ?, detail = ?, version = ?, timeline = timeline || ?"
                        + " WHERE order_id = ?",
                status.code(),
                reason,
                detail,
                version,
                TimelineColumn.step(at, status.code(), reason),
                order.value());
    }

    /** What may happen again and again is no longer noted once the column is full; the status always is. */
    private void note(OrderId order, String what, @Nullable String note, long version, Instant at) {
        jdbc.update(
                "UPDATE order_overview SET version = ?, timeline = CASE WHEN CHAR_LENGTH(timeline) > " + LONGEST_TIMELINE
                        + " THEN timeline ELSE timeline || ? END WHERE order_id = ?",
                version,
                TimelineColumn.step(at, what, note),
                order.value());
    }

    private void openRefund(OrderId order, ReturnId refund, Money amount, String lines) {
        jdbc.update(
                "INSERT INTO order_refund (order_id, refund, status, amount, lines) VALUES (?, ?, 'requested', ?, ?)",
                order.value(),
                refund.value(),
                amount.getAmount(),
                lines);
    }

    private void moveRefund(OrderId order, ReturnId refund, String status, @Nullable String detail) {
        jdbc.update(
                "UPDATE order_refund SET status = ?, detail = ? WHERE order_id = ? AND refund = ?",
                status,
                detail,
                order.value(),
                refund.value());
    }
}
