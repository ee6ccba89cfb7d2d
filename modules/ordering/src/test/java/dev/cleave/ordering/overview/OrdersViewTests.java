package dev.cleave.ordering.overview;

import static dev.cleave.ordering.Orders.ADA;
import static dev.cleave.ordering.Orders.CANCELLED;
import static dev.cleave.ordering.Orders.CANCELLING;
import static dev.cleave.ordering.Orders.CHARGED;
import static dev.cleave.ordering.Orders.COMPLETED;
import static dev.cleave.ordering.Orders.CONFIRMED;
import static dev.cleave.ordering.Orders.HANGER;
import static dev.cleave.ordering.Orders.LANTERN;
import static dev.cleave.ordering.Orders.LEAVING;
import static dev.cleave.ordering.Orders.ORDER;
import static dev.cleave.ordering.Orders.OUT_OF_STOCK;
import static dev.cleave.ordering.Orders.PLACED;
import static dev.cleave.ordering.Orders.PRICED;
import static dev.cleave.ordering.Orders.RESERVED;
import static dev.cleave.ordering.Orders.REST;
import static dev.cleave.ordering.Orders.REST_BACK;
import static dev.cleave.ordering.Orders.REST_REFUND;
import static dev.cleave.ordering.Orders.REST_REQUESTED;
import static dev.cleave.ordering.Orders.REVERSAL_DUE;
import static dev.cleave.ordering.Orders.REVERSAL_FAILED;
import static dev.cleave.ordering.Orders.REVERSAL_PAID;
import static dev.cleave.ordering.Orders.SHIPPED;
import static dev.cleave.ordering.Orders.SOME;
import static dev.cleave.ordering.Orders.SOME_BACK;
import static dev.cleave.ordering.Orders.SOME_REFUND;
import static dev.cleave.ordering.Orders.SOME_REQUESTED;
import static dev.cleave.ordering.Orders.TOKEN;
import static dev.cleave.ordering.Orders.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cleave.ordering.OrderingStore;
import dev.cleave.ordering.api.CustomerId;
import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.OrderPlaced;
import dev.cleave.ordering.api.OrderReserved;
import dev.cleave.ordering.api.OrderStatus;
import dev.cleave.platform.web.paging.Sequence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.ReplayStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

class OrdersViewTests {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678901Z");

    @ParameterizedTest
    @EnumSource
    void showsAnOrderWithAllThatHappenedToIt(OrderingStore store) {
        JdbcTemplate jdbc = store.open();
        OrdersView view = new OrdersView(jdbc, new ToSettle(jdbc));
        Overview overview = new Overview(jdbc);
        derive(view);

        Overview.Entry entry = overview.find(ORDER).orElseThrow();

        assertThat(entry.customer()).isEqualTo(ADA);
        assertThat(entry.status()).isEqualTo("returned");
        assertThat(entry.total()).isEqualTo(TOTAL);
        assertThat(entry.placedAt()).isEqualTo(AT);
        assertThat(entry.lines())
                .containsExactly(
                        new LinesColumn.Line(LANTERN, 6, PRICED.getFirst().unitPrice()),
                        new LinesColumn.Line(HANGER, 2, PRICED.getLast().unitPrice()));
        assertThat(entry.timeline())
                .extracting(TimelineColumn.Step::what)
                .containsExactly(
                        "placed",
                        "reserved",
                        "confirmed",
                        "cancellation-requested",
                        "cancellation-refused",
                        "charged",
                        "shipped",
                        "completed",
                        "return-requested",
                        "refunded",
                        "return-requested",
                        "refunded",
                        "returned");
        assertThat(overview.refunds(ORDER, TOTAL.getCurrencyUnit()))
                .extracting(Overview.Refund::id, Overview.Refund::status, Overview.Refund::amount)
                .containsExactly(
                        tuple(REST, "refunded", REST_REFUND),
                        tuple(SOME, "refunded", SOME_REFUND));
        assertThat(overview.version(ORDER)).isEqualTo(11);
        assertThat(overview.version(new OrderId("none"))).isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhyAnOrderEnded(OrderingStore store) {
        JdbcTemplate jdbc = store.open();
        OrdersView view = new OrdersView(jdbc, new ToSettle(jdbc));
        view.on(PLACED, 0, AT);
        view.on(OUT_OF_STOCK, 1, AT);

        Overview.Entry entry = new Overview(jdbc).find(ORDER).orElseThrow();

        assertThat(entry.status()).isEqualTo("rejected");
        assertThat(entry.reason()).isEqualTo("out-of-stock");
        assertThat(entry.detail()).isEqualTo("71053: 6 asked for, 1 free");
        assertThat(entry.timeline().getLast()).isEqualTo(
                new TimelineColumn.Step(Instant.ofEpochMilli(AT.toEpochMilli()), "rejected", "out-of-stock"));
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameAfterAReplay(OrderingStore store) {
        JdbcTemplate jdbc = store.open();
        OrdersView view = new OrdersView(jdbc, new ToSettle(jdbc));
        Overview overview = new Overview(jdbc);
        derive(view);
        Overview.Entry before = overview.find(ORDER).orElseThrow();

        view.reset();
        assertThat(overview.find(ORDER)).isEmpty();
        assertThat(overview.refunds(ORDER, TOTAL.getCurrencyUnit())).isEmpty();
        derive(view);

        assertThat(overview.find(ORDER)).contains(before);
    }

    @ParameterizedTest
    @EnumSource
    void listsByAgeThenNumber(OrderingStore store) {
        JdbcTemplate jdbc = store.open();
        OrdersView view = new OrdersView(jdbc, new ToSettle(jdbc));
        Overview overview = new Overview(jdbc);
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            OrderId order = new OrderId("o" + i);
            Instant at = AT.plusMillis(i / 2);
            view.on(new OrderPlaced(order, new CustomerId("c" + i % 2), PRICED, TOTAL, TOKEN), 0, at);
            if (i != 3) {
                view.on(new OrderReserved(order, TOTAL, TOKEN), 1, at);
            }
            orders.add(order.value());
        }

        assertThat(numbers(overview.list(null, null, Sequence.OLDEST, null, 10))).isEqualTo(orders);
        assertThat(numbers(overview.list(null, null, Sequence.NEWEST, null, 10))).isEqualTo(orders.reversed());
        assertThat(numbers(overview.list(OrderStatus.PLACED, null, Sequence.OLDEST, null, 1))).containsExactly("o3");
        assertThat(numbers(overview.list(OrderStatus.RESERVED, new CustomerId("c1"), Sequence.OLDEST, null, 10)))
                .containsExactly("o1", "o5");
        Overview.Position after = new Overview.Position(Overview.micros(AT.plusMillis(1)), "o2");
        assertThat(numbers(overview.list(null, null, Sequence.OLDEST, after, 10))).containsExactly("o3", "o4", "o5");
        assertThat(numbers(overview.list(null, null, Sequence.NEWEST, after, 10))).containsExactly("o1", "o0");
    }

    @ParameterizedTest
    @EnumSource
    void countsOrdersWhoseChargeCouldNotBePaidBackUntilItIs(OrderingStore store) {
        JdbcTemplate jdbc = store.open();
        ToSettle toSettle = new ToSettle(jdbc);
        OrdersView view = new OrdersView(jdbc, toSettle);
        view.on(PLACED, 0, AT);
        view.on(CANCELLED, 1, AT);
        view.on(REVERSAL_DUE, 2, AT);
        assertThat(toSettle.count()).isZero();

        view.on(REVERSAL_FAILED, 3, AT, ReplayStatus.REGULAR);
        view.on(REVERSAL_FAILED, 4, AT, ReplayStatus.REPLAY);
        assertThat(toSettle.count()).isOne();

        view.on(REVERSAL_PAID, 5, AT);
        assertThat(toSettle.count()).isZero();

        view.on(REVERSAL_FAILED, 3, AT, ReplayStatus.REPLAY);
        view.reset();
        assertThat(toSettle.count()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheStatusRightWhenTheTimelineIsFull(OrderingStore store) {
        JdbcTemplate jdbc = store.open();
        OrdersView view = new OrdersView(jdbc, new ToSettle(jdbc));
        view.on(PLACED, 0, AT);
        jdbc.update("UPDATE order_overview SET timeline = ?", "1 x;".repeat(23_000));

        view.on(CANCELLING, 1, AT);
        view.on(CANCELLED, 2, AT);

        Overview.Entry entry = new Overview(jdbc).find(ORDER).orElseThrow();
        assertThat(entry.status()).isEqualTo("cancelled");
        assertThat(entry.timeline()).hasSize(23_001);
    }

    private static void derive(OrdersView view) {
        view.on(PLACED, 0, AT);
        view.on(RESERVED, 1, AT);
        view.on(CONFIRMED, 2, AT);
        view.on(CANCELLING, 3, AT);
        view.on(LEAVING, 4, AT);
        view.on(CHARGED, 5, AT);
        view.on(SHIPPED, 6, AT);
        view.on(COMPLETED, 7, AT);
        view.on(SOME_REQUESTED, 8, AT);
        view.on(SOME_BACK, 9, AT);
        view.on(REST_REQUESTED, 10, AT);
        view.on(REST_BACK, 11, AT);
    }

    private static List<String> numbers(List<Overview.Entry> entries) {
        return entries.stream().map(entry -> entry.order().value()).toList();
    }
}
