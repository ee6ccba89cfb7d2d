package dev.cleave.ordering.fulfilment;

import static dev.cleave.ordering.fulfilment.OrderWait.CANCELLATION;
import static dev.cleave.ordering.fulfilment.OrderWait.CHARGE;
import static dev.cleave.ordering.fulfilment.OrderWait.DISPATCH;
import static dev.cleave.ordering.fulfilment.OrderWait.PAYMENT;
import static dev.cleave.ordering.fulfilment.OrderWait.REFUND;
import static dev.cleave.ordering.fulfilment.OrderWait.RESERVATION;
import static dev.cleave.ordering.fulfilment.OrderWait.refund;

import dev.cleave.ordering.api.OrderCancellationRefused;
import dev.cleave.ordering.api.OrderCancellationRequested;
import dev.cleave.ordering.api.OrderCancelled;
import dev.cleave.ordering.api.OrderChargeOverdue;
import dev.cleave.ordering.api.OrderConfirmed;
import dev.cleave.ordering.api.OrderPlaced;
import dev.cleave.ordering.api.OrderRejected;
import dev.cleave.ordering.api.OrderReserved;
import dev.cleave.ordering.api.OrderShipped;
import dev.cleave.ordering.api.RefundOverdue;
import dev.cleave.ordering.api.ReturnAccepted;
import dev.cleave.ordering.api.ReturnRefused;
import dev.cleave.ordering.api.ReturnRequested;
import dev.cleave.ordering.api.ReversalDue;
import dev.cleave.ordering.api.ReversalFailed;
import dev.cleave.ordering.api.ReversalPaid;
import dev.cleave.platform.messaging.View;
import dev.cleave.platform.waiting.Waits;
import dev.cleave.shipping.api.DispatchRequested;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;

/** What orders wait for, and until when. */
@View("waits")
class OpenWaits {

    private final Waits<OrderWait> waits;
    private final WaitTimes times;

    OpenWaits(Waits<OrderWait> waits, WaitTimes times) {
        this.waits = waits;
        this.times = times;
    }

    @EventHandler
    void on(OrderPlaced event, @Timestamp Instant at) {
        open(RESERVATION, event.order().value(), at);
    }

    @EventHandler
    void on(OrderReserved event, @Timestamp Instant at) {
        waits.close(RESERVATION, event.order().value());
        open(PAYMENT, event.order().value(), at);
    }

    @EventHandler
    void on(OrderConfirmed event, @Timestamp Instant at) {
        waits.close(PAYMENT, event.order().value());
        open(DISPATCH, event.order().value(), at);
    }

    @EventHandler
    void on(DispatchRequested event, @Timestamp Instant at) {
        waits.close(DISPATCH, event.shipment().value());
        open(CHARGE, event.shipment().value(), at);
    }

    @EventHandler
    void on(OrderChargeOverdue event) {
        waits.close(CHARGE, event.order().value());
    }

    @EventHandler
    void on(OrderCancellationRequested event, @Timestamp Instant at) {
        waits.close(DISPATCH, event.order().value());
        open(CANCELLATION, event.order().value(), at);
    }

    @EventHandler
    void on(OrderCancellationRefused event, @Timestamp Instant at) {
        waits.close(CANCELLATION, event.order().value());
        open(DISPATCH, event.order().value(), at);
    }

    @EventHandler
    void on(OrderShipped event) {
        waits.close(DISPATCH, event.order().value());
        waits.close(CHARGE, event.order().value());
        waits.close(CANCELLATION, event.order().value());
    }

    @EventHandler
    void on(OrderRejected event) {
        waits.close(RESERVATION, event.order().value());
        waits.close(PAYMENT, event.order().value());
    }

    @EventHandler
    void on(OrderCancelled event) {
        waits.close(RESERVATION, event.order().value());
        waits.close(PAYMENT, event.order().value());
        waits.close(DISPATCH, event.order().value());
        waits.close(CHARGE, event.order().value());
        waits.close(CANCELLATION, event.order().value());
    }

    @EventHandler
    void on(ReversalDue event, @Timestamp Instant at) {
        open(REFUND, refund(event.order(), event.refund()), at);
    }

    @EventHandler
    void on(ReversalPaid event) {
        waits.close(REFUND, refund(event.order(), event.refund()));
    }

    @EventHandler
    void on(ReversalFailed event) {
        waits.close(REFUND, refund(event.order(), event.refund()));
    }

    @EventHandler
    void on(ReturnRequested event, @Timestamp Instant at) {
        open(REFUND, refund(event.order(), event.returnId()), at);
    }

    @EventHandler
    void on(ReturnAccepted event) {
        waits.close(REFUND, refund(event.order(), event.returnId()));
    }

    @EventHandler
    void on(ReturnRefused event) {
        waits.close(REFUND, refund(event.order(), event.returnId()));
    }

    @EventHandler
    void on(RefundOverdue event) {
        waits.close(REFUND, refund(event.order(), event.refund()));
    }

    @ResetHandler
    void reset() {
        waits.forget();
    }

    private void open(OrderWait wait, String subject, Instant at) {
        waits.open(wait, subject, at.plus(wait.length(times)));
    }
}
