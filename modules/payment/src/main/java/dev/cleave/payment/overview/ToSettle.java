package dev.cleave.payment.overview;

import dev.cleave.platform.operations.NeedsAttention;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ToSettle implements NeedsAttention {

    private final JdbcClient jdbc;

    ToSettle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String description() {
        return "Payments that a person has to settle with the provider";
    }

    @Override
    public long count() {
        return jdbc.sql("SELECT COUNT(DISTINCT payment_id) FROM payment_matter").query(Long.class).single();
    }
}
