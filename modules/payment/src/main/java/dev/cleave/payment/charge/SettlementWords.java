package dev.cleave.payment.charge;

import dev.cleave.payment.api.EraseSettlementWords;
import dev.cleave.payment.api.PaymentId;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Why people settled payments, in their own words, and who they are: the one place in payment where it is kept, and forgotten. It is
 * not derived from events. Each call is a transaction of its own.
 */
@Component
public class SettlementWords {

    private final JdbcTemplate jdbc;

    SettlementWords(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What somebody said. */
    public record Words(String reason, @Nullable String by) {}

    void keep(PaymentId payment, String matter, String reason, @Nullable String by) {
        int attemptedBefore = jdbc.update(
                "UPDATE settlement_words SET reason = ?, settled_by = ? WHERE payment_id = ? AND matter = ?",
                reason, by, payment.value(), matter);
        if (attemptedBefore == 0) {
            jdbc.update(
                    "INSERT INTO settlement_words (payment_id, matter, reason, settled_by) VALUES (?, ?, ?, ?)",
                    payment.value(), matter, reason, by);
        }
    }

    /** What was said about a payment, by what it is about: a refund's number, or {@code ~charge}. */
    public Map<String, Words> about(PaymentId payment) {
        Map<String, Words> words = new HashMap<>();
        jdbc.query(
                "SELECT matter, reason, settled_by FROM settlement_words WHERE payment_id = ?",
                row -> {
                    words.put(row.getString(1), new Words(row.getString(2), row.getString(3)));
                },
                payment.value());
        return words;
    }

    @CommandHandler
    void handle(EraseSettlementWords command) {
        jdbc.update("DELETE FROM settlement_words WHERE payment_id = ?", command.payment().value());
    }
}
