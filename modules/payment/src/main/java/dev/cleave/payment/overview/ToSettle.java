package dev.cleave.payment.overview;

import dev.cleave.payment.api.PaymentId;
import dev.cleave.platform.operations.NeedsAttention;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payments that a person has to settle with the provider: it charged them after they were given up, and does not pay back. */
@Component
class ToSettle implements NeedsAttention {

    private final JdbcClient jdbc;

    ToSettle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PaymentId payment) {
        remove(payment);
        jdbc.sql("INSERT INTO payment_to_settle (payment_id) VALUES (?)").param(payment.value()).update();
    }

    boolean remove(PaymentId payment) {
        return jdbc.sql("DELETE FROM payment_to_settle WHERE payment_id = ?").param(payment.value()).update() > 0;
    }

    void clear() {
        jdbc.sql("DELETE FROM payment_to_settle").update();
    }

    @Override
    public String description() {
        return "Payments that a person has to settle with the provider";
    }

    @Override
    public long count() {
        return jdbc.sql("SELECT COUNT(*) FROM payment_to_settle").query(Long.class).single();
    }
}
