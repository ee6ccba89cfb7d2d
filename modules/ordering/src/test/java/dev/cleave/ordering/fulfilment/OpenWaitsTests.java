package dev.cleave.ordering.fulfilment;

import static dev.cleave.ordering.Orders.CANCELLED;
import static dev.cleave.ordering.Orders.CANCELLING;
import static dev.cleave.ordering.Orders.CHARGE_OVERDUE;
import static dev.cleave.ordering.Orders.CONFIRMED;
import static dev.cleave.ordering.Orders.DECLINED;
import static dev.cleave.ordering.Orders.ORDER;
import static dev.cleave.ordering.Orders.OUT_OF_STOCK;
import static dev.cleave.ordering.Orders.PLACED;
import static dev.cleave.ordering.Orders.RESERVED;
import static dev.cleave.ordering.Orders.REST;
import static dev.cleave.ordering.Orders.REST_REQUESTED;
import static dev.cleave.ordering.Orders.REVERSAL_DUE;
import static dev.cleave.ordering.Orders.REVERSAL_FAILED;
import static dev.cleave.ordering.Orders.REVERSAL_PAID;
import static dev.cleave.ordering.Orders.SHIPPED;
import static dev.cleave.ordering.Orders.SOME;
import static dev.cleave.ordering.Orders.SOME_BACK;
import static dev.cleave.ordering.Orders.SOME_REFUSED;
import static dev.cleave.ordering.Orders.SOME_REQUESTED;
import static dev.cleave.ordering.Orders.UNANSWERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.ordering.api.RefundOverdue;
import dev.cleave.ordering.order.steps.GiveUpCancellation;
import dev.cleave.ordering.order.steps.GiveUpCharge;
import dev.cleave.ordering.order.steps.GiveUpDispatch;
import dev.cleave.ordering.order.steps.GiveUpPayment;
import dev.cleave.ordering.order.steps.GiveUpRefund;
import dev.cleave.ordering.order.steps.GiveUpReservation;
import dev.cleave.platform.waiting.Waits;
import dev.cleave.shipping.api.DispatchRequested;
import dev.cleave.shipping.api.ShipmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenWaitsTests {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final WaitTimes TIMES = new WaitTimes(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofDays(14),
            Duration.ofMinutes(5),
            Duration.ofMinutes(6),
            Duration.ofDays(1));
    private static final DispatchRequested DISPATCH_REQUESTED =
            new DispatchRequested(new ShipmentId(ORDER.value()), "Parcelfast", "PF-1");

    private final RememberedWaits waits = new RememberedWaits();
    private final OpenWaits view = new OpenWaits(waits, TIMES);

    @Test
    void waitsForOneAnswerAtATimeUntilTheOrderHasLeft() {
        view.on(PLACED, NOW);
        open("reservation 0815", NOW.plus(TIMES.reservation()));
        view.on(RESERVED, NOW);
        open("payment 0815", NOW.plus(TIMES.payment()));
        view.on(CONFIRMED, NOW);
        open("dispatch 0815", NOW.plus(TIMES.dispatch()));
        view.on(DISPATCH_REQUESTED, NOW);
        open("charge 0815", NOW.plus(TIMES.charge()));
        view.on(SHIPPED);
        assertThat(waits.open).isEmpty();
    }

    @Test
    void waitsNoLongerOnceTheOrderEnded() {
        view.on(PLACED, NOW);
        view.on(OUT_OF_STOCK);
        assertThat(waits.open).isEmpty();

        view.on(PLACED, NOW);
        view.on(RESERVED, NOW);
        view.on(DECLINED);
        assertThat(waits.open).isEmpty();

        view.on(PLACED, NOW);
        view.on(CANCELLED);
        assertThat(waits.open).isEmpty();

        view.on(CONFIRMED, NOW);
        view.on(DISPATCH_REQUESTED, NOW);
        view.on(CHARGE_OVERDUE);
        view.on(CANCELLED);
        assertThat(waits.open).isEmpty();
    }

    @Test
    void waitsForACancellationInsteadOfTheDispatchAndThenAgainForTheDispatch() {
        view.on(CONFIRMED, NOW);
        view.on(CANCELLING, NOW);
        open("cancellation 0815", NOW.plus(TIMES.cancellation()));
        view.on(UNANSWERED, NOW);
        open("dispatch 0815", NOW.plus(TIMES.dispatch()));
        view.on(CANCELLING, NOW);
        view.on(CANCELLED);
        assertThat(waits.open).isEmpty();
    }

    @Test
    void waitsForEveryRefundOfItsOwn() {
        view.on(SOME_REQUESTED, NOW);
        view.on(REST_REQUESTED, NOW);
        assertThat(waits.open.keySet()).containsExactly("refund 0815/rest", "refund 0815/some");
        view.on(SOME_BACK);
        view.on(new RefundOverdue(ORDER, REST));
        assertThat(waits.open).isEmpty();

        view.on(SOME_REQUESTED, NOW);
        view.on(SOME_REFUSED);
        view.on(REVERSAL_DUE, NOW);
        open("refund 0815/~reversal", NOW.plus(TIMES.refund()));
        view.on(REVERSAL_PAID);
        assertThat(waits.open).isEmpty();

        view.on(REVERSAL_DUE, NOW);
        view.on(REVERSAL_FAILED);
        assertThat(waits.open).isEmpty();
    }

    @Test
    void hasAWayOutOfEveryWaitThatItOpens() {
        view.on(PLACED, NOW);
        view.on(RESERVED, NOW);
        view.on(CONFIRMED, NOW);
        view.on(DISPATCH_REQUESTED, NOW);
        view.on(CANCELLING, NOW);
        view.on(SOME_REQUESTED, NOW);

        assertThat(waits.everOpened).containsExactly(OrderWait.values());
        assertThat(
                Stream.of(OrderWait.values()).filter(wait -> wait != OrderWait.REFUND).map(wait -> wait.command(ORDER.value())))
                .containsExactly(
                        new GiveUpReservation(ORDER),
                        new GiveUpPayment(ORDER),
                        new GiveUpDispatch(ORDER),
                        new GiveUpCharge(ORDER),
                        new GiveUpCancellation(ORDER));
        assertThat(OrderWait.REFUND.command("0815/some")).isEqualTo(new GiveUpRefund(ORDER, SOME));
    }

    private void open(String wait, Instant until) {
        assertThat(waits.open).isEqualTo(Map.of(wait, until));
    }

    private static final class RememberedWaits implements Waits<OrderWait> {

        private final Map<String, Instant> open = new TreeMap<>();
        private final Set<OrderWait> everOpened = new TreeSet<>();

        @Override
        public void open(OrderWait wait, String subject, Instant dueAt) {
            open.put(wait.kind() + " " + subject, dueAt);
            everOpened.add(wait);
        }

        @Override
        public void close(OrderWait wait, String subject) {
            open.remove(wait.kind() + " " + subject);
        }

        @Override
        public void forget() {
            open.clear();
        }
    }
}
