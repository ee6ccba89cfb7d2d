package dev.cleave.ordering.fulfilment;

import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.ReturnId;
import dev.cleave.ordering.order.steps.GiveUpCancellation;
import dev.cleave.ordering.order.steps.GiveUpCharge;
import dev.cleave.ordering.order.steps.GiveUpDispatch;
import dev.cleave.ordering.order.steps.GiveUpPayment;
import dev.cleave.ordering.order.steps.GiveUpRefund;
import dev.cleave.ordering.order.steps.GiveUpReservation;
import dev.cleave.platform.waiting.Wait;
import java.time.Duration;
import java.util.function.Function;

/** What orders wait for, how long, and the way out. */
enum OrderWait implements Wait {
    RESERVATION("reservation", WaitTimes::reservation, order(GiveUpReservation::new)),
    PAYMENT("payment", WaitTimes::payment, order(GiveUpPayment::new)),
    DISPATCH("dispatch", WaitTimes::dispatch, order(GiveUpDispatch::new)),
    CHARGE("charge", WaitTimes::charge, order(GiveUpCharge::new)),
    CANCELLATION("cancellation", WaitTimes::cancellation, order(GiveUpCancellation::new)),
    REFUND("refund", WaitTimes::refund, OrderWait::giveUpRefund);

    private final String kind;
    private final Function<WaitTimes, Duration> length;
    private final Function<String, Object> wayOut;

    OrderWait(String kind, Function<WaitTimes, Duration> length, Function<String, Object> wayOut) {
        this.kind = kind;
        this.length = length;
        this.wayOut = wayOut;
    }

    private static Function<String, Object> order(Function<OrderId, Object> wayOut) {
        return subject -> wayOut.apply(new OrderId(subject));
    }

    /** What a wait for a refund is about: an order has several. */
    static String refund(OrderId order, ReturnId refund) {
        return order.value() + "/" + refund.value();
    }

    private static GiveUpRefund giveUpRefund(String subject) {
        int slash = subject.indexOf('/');
        return new GiveUpRefund(new OrderId(subject.substring(0, slash)), new ReturnId(subject.substring(slash + 1)));
    }

    Duration length(WaitTimes times) {
        return length.apply(times);
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Object command(String subject) {
        return wayOut.apply(subject);
    }
}
