package dev.cleave.ordering.overview;

import dev.cleave.ordering.api.CustomerId;
import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.OrderStatus;
import dev.cleave.ordering.api.ReturnId;
import dev.cleave.platform.web.paging.Sequence;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the view of orders. */
@Component
public class Overview {

    private static final String HEAD =
            "order_id, customer_id, status, reason, total, currency, placed_at, detail, lines, timeline";

    private static final Duration SAME_WITHIN = Duration.ofMinutes(5);
    private static final int SAME_ORDERS_LOOKED_AT = 20;

    private final JdbcTemplate jdbc;

    Overview(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Entry(
            OrderId order,
            CustomerId customer,
            String status,
            @Nullable String reason,
            Money total,
            Instant placedAt,
            @Nullable String detail,
            List<LinesColumn.Line> lines,
            List<TimelineColumn.Step> timeline) {}

    record Refund(ReturnId id, String status, @Nullable String detail, Money amount, List<LinesColumn.Line> lines) {

        /** Whether the customer has the money, as far as the payment provider knows. */
        boolean isPaid() {
            return status.equals("refunded") || status.equals("unexpected");
        }

        /** Whether its pieces have come back; a refund may fail or be settled when they have. */
        boolean isBack() {
            return status.equals("refunded") || status.equals("failed") || status.equals("settled");
        }
    }

    record Position(long placedAt, String order) {}

    /** The sequence number up to which the view has read an order, or -1 if it knows nothing of it. */
    public long version(OrderId order) {
        List<Long> version =
                jdbc.queryForList("SELECT version FROM order_overview WHERE order_id = ?", Long.class, order.value());
        return version.isEmpty() ? -1 : version.getFirst();
    }

    /**
     * The last order before this one that looks the same: of the same lines, for the same person at the same address, and neither
     * cancelled nor rejected. Only {@value #SAME_ORDERS_LOOKED_AT} orders of their mailbox are looked at.
     */
    public Optional<OrderId> sameShortlyBefore(OrderId order) {
        return jdbc.queryForList(
                "SELECT o.order_id FROM order_overview n"
                        + " JOIN personal_data p ON p.order_id = n.order_id"
                        + " JOIN personal_data e ON e.order_id IN (SELECT order_id FROM personal_data WHERE mailbox ="
                        + " (SELECT mailbox FROM personal_data WHERE order_id = ?) ORDER BY order_id DESC LIMIT "
                        + SAME_ORDERS_LOOKED_AT + ")"
                        + " AND e.name = p.name AND e.street = p.street AND e.city = p.city AND e.postcode = p.postcode"
                        + " AND e.country = p.country AND COALESCE(e.recipient, '') = COALESCE(p.recipient, '')"
                        + " JOIN order_overview o ON o.order_id = e.order_id AND o.lines = n.lines"
                        + " AND o.placed_at BETWEEN n.placed_at - ? AND n.placed_at"
                        + " AND o.status NOT IN (?, ?)"
                        + " WHERE n.order_id = ? AND o.order_id <> n.order_id"
                        + " ORDER BY o.placed_at DESC, o.order_id DESC LIMIT 1",
                String.class,
                order.value(),
                SAME_WITHIN.toNanos() / 1_000,
                OrderStatus.REJECTED.code(),
                OrderStatus.CANCELLED.code(),
                order.value())
                .stream()
                .findFirst()
                .map(OrderId::new);
    }

    /** An order's status as HTTP shows it, or nothing if the view knows nothing of the order. */
    public Optional<String> status(OrderId order) {
        return jdbc.queryForList("SELECT status FROM order_overview WHERE order_id = ?", String.class, order.value())
                .stream()
                .findFirst();
    }

    Optional<Entry> find(OrderId order) {
        return jdbc.query("SELECT " + HEAD + " FROM order_overview WHERE order_id = ?", Overview::entry, order.value())
                .stream()
                .findFirst();
    }

    List<Refund> refunds(OrderId order, CurrencyUnit currency) {
        return jdbc.query(
                "SELECT refund, status, detail, amount, lines FROM order_refund WHERE order_id = ? ORDER BY refund",
                (row, number) -> new Refund(
                        new ReturnId(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        money(currency, row.getBigDecimal(4)),
                        LinesColumn.read(row.getString(5), currency)),
                order.value());
    }

    List<Entry> list(
            @Nullable OrderStatus status,
            @Nullable CustomerId customer,
            Sequence sequence,
            @Nullable Position after,
            int limit) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (status != null) {
            conditions.add("status = ?");
            values.add(status.code());
        }
        if (customer != null) {
            conditions.add("customer_id = ?");
            values.add(customer.value());
        }
        if (after != null) {
            conditions.add(sequence.after("placed_at", "order_id"));
            values.add(after.placedAt());
            values.add(after.placedAt());
            values.add(after.order());
        }
        String narrowed = status != null ? "status" : customer != null ? "customer_id" : null;
        String by = narrowed == null
                ? sequence.by("placed_at", "order_id") : sequence.by(narrowed, "placed_at", "order_id");
        String sql = "SELECT order_id, customer_id, status, reason, total, currency, placed_at FROM order_overview"
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                + " ORDER BY " + by + " LIMIT ?";
        values.add(limit);
        return jdbc.query(sql, Overview::head, values.toArray());
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static Entry head(ResultSet row, int number) throws SQLException {
        return entry(row, null, List.of(), List.of());
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString(6));
        return entry(
                row,
                row.getString(8),
                LinesColumn.read(row.getString(9), currency),
                TimelineColumn.read(row.getString(10)));
    }

    private static Entry entry(
            ResultSet row, @Nullable String detail, List<LinesColumn.Line> lines, List<TimelineColumn.Step> timeline)
            throws SQLException {
        return new Entry(
                new OrderId(row.getString(1)),
                new CustomerId(row.getString(2)),
                row.getString(3),
                row.getString(4),
                money(CurrencyUnit.of(row.getString(6)), row.getBigDecimal(5)),
                Instant.EPOCH.plus(row.getLong(7), ChronoUnit.MICROS),
                detail,
                lines,
                timeline);
    }

    private static Money money(CurrencyUnit currency, BigDecimal amount) {
        return Money.of(currency, amount.setScale(currency.getDecimalPlaces()));
    }
}
