package dev.cleave.ordering.fulfilment;

import dev.cleave.ordering.api.GiveUpCancellation;
import dev.cleave.ordering.api.GiveUpCharge;
import dev.cleave.ordering.api.GiveUpDispatch;
import dev.cleave.ordering.api.GiveUpPayment;
import dev.cleave.ordering.api.GiveUpRefund;
import dev.cleave.ordering.api.GiveUpReservation;
import dev.cleave.ordering.api.OrderCancellationRefused;
import dev.cleave.ordering.api.OrderCancellationRequested;
import dev.cleave.ordering.api.OrderCancelled;
import dev.cleave.ordering.api.OrderChargeOverdue;
import dev.cleave.ordering.api.OrderConfirmed;
import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.OrderPlaced;
import dev.cleave.ordering.api.OrderRejected;
import dev.cleave.ordering.api.OrderReserved;
import dev.cleave.ordering.api.OrderShipped;
import dev.cleave.ordering.api.RefundOverdue;
import dev.cleave.ordering.api.ReturnAccepted;
import dev.cleave.ordering.api.ReturnId;
import dev.cleave.ordering.api.ReturnRefused;
import dev.cleave.ordering.api.ReturnRequested;
import dev.cleave.ordering.api.ReversalDue;
import dev.cleave.ordering.api.ReversalFailed;
import dev.cleave.ordering.api.ReversalPaid;
import dev.cleave.platform.messaging.View;
import dev.cleave.platform.waiting.WaitRunOut;
import dev.cleave.platform.waiting.Waits;
import dev.cleave.shipping.api.DispatchRequested;
import java.time.Instant;
import java.util.function.Function;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What orders wait for, and until when. */
@View("waits")
class OpenWaits {

    private static final String RESERVATION = "reservation";
    private static final String PAYMENT = "payment";
    private static final String DISPATCH = "dispatch";
    private static final String CHARGE = "charge";
    private static final String CANCELLATION = "cancellation";
    private static final String REFUND = "refund";

    private final Waits waits;
    private final WaitTimes times;

    OpenWaits(Waits waits, WaitTimes times) {
        this.waits = waits;
        this.times = times;
    }

    @EventHandler
    void on(OrderPlaced event, @Timestamp Instant at) {
        waits.open(RESERVATION, event.order().value(), at.plus(times.reservation()));
    }

    @EventHandler
    void on(OrderReserved event, @Timestamp Instant at) {
        waits.close(RESERVATION, event.order().value());
        waits.open(PAYMENT, event.order().value(), at.plus(times.payment()));
    }

    @EventHandler
    void on(OrderConfirmed event, @Timestamp Instant at) {
        waits.close(PAYMENT, event.order().value());
        waits.open(DISPATCH, event.order().value(), at.plus(times.dispatch()));
    }

    @EventHandler
    void on(DispatchRequested event, @Timestamp Instant at) {
        waits.close(DISPATCH, event.shipment().value());
        waits.open(CHARGE, event.shipment().value(), at.plus(times.charge()));
    }

    @EventHandler
    void on(OrderChargeOverdue event) {
        waits.close(CHARGE, event.order().value());
    }

    @EventHandler
    void on(OrderCancellationRequested event, @Timestamp Instant at) {
        waits.close(DISPATCH, event.order().value());
        waits.open(CANCELLATION, event.order().value(), at.plus(times.cancellation()));
    }

    @EventHandler
    void on(OrderCancellationRefused event, @Timestamp Instant at) {
        waits.close(CANCELLATION, event.order().value());
        waits.open(DISPATCH, event.order().value(), at.plus(times.dispatch()));
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
        waits.open(REFUND, refund(event.order(), event.refund()), at.plus(times.refund()));
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
        waits.open(REFUND, refund(event.order(), event.returnId()), at.plus(times.refund()));
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
        waits.forget(RESERVATION, PAYMENT, DISPATCH, CHARGE, CANCELLATION, REFUND);
    }

    private static String refund(OrderId order, ReturnId refund) {
        return order.value() + "/" + refund.value();
    }

    private static GiveUpRefund giveUpRefund(String subject) {
        int slash = subject.indexOf('/');
        return new GiveUpRefund(new OrderId(subject.substring(0, slash)), new ReturnId(subject.substring(slash + 1)));
    }

    private record RunOut(String kind, Function<String, Object> way) implements WaitRunOut {

        static RunOut of(String kind, Function<OrderId, Object> way) {
            return new RunOut(kind, subject -> way.apply(new OrderId(subject)));
        }

        @Override
        public Object command(String subject) {
            return way.apply(subject);
        }
    }

    /** The ways out. */
    @Configuration(proxyBeanMethods = false)
    static class WaysOut {

        @Bean
        WaitRunOut reservationRunOut() {
            return RunOut.of(RESERVATION, GiveUpReservation::new);
        }

        @Bean
        WaitRunOut paymentRunOut() {
            return RunOut.of(PAYMENT, GiveUpPayment::new);
        }

        @Bean
        WaitRunOut dispatchRunOut() {
            return RunOut.of(DISPATCH, GiveUpDispatch::new);
        }

        @Bean
        WaitRunOut chargeRunOut() {
            return RunOut.of(CHARGE, GiveUpCharge::new);
        }

        @Bean
        WaitRunOut cancellationRunOut() {
            return RunOut.of(CANCELLATION, GiveUpCancellation::new);
        }

        @Bean
        WaitRunOut refundRunOut() {
            return new RunOut(REFUND, OpenWaits::giveUpRefund);
        }
    }
}
