package dev.cleave.ordering.overview;

import dev.cleave.ordering.api.OrderId;
import dev.cleave.platform.operations.NeedsAttention;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Orders that a person has to settle: what is owed to their customers could not be paid back, or did not stay paid. */
@Component
class ToSettle implements NeedsAttention {

    private final JdbcTemplate jdbc;

    ToSettle(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(OrderId order) {
        remove(order);
        jdbc.update("INSERT INTO order_to_settle (order_id) VALUES (?)", order.value());
    }

    void remove(OrderId order) {
        jdbc.update("DELETE FROM order_to_settle WHERE order_id = ?", order.value());
    }

    void clear() {
        jdbc.update("DELETE FROM order_to_settle");
    }

    @Override
    public String description() {
        return "Orders whose customers a person has to see paid back";
    }

    @Override
    public long count() {
        Long orders = jdbc.queryForObject("SELECT COUNT(*) FROM order_to_settle", Long.class);
        return orders == null ? 0 : orders;
    }
}
