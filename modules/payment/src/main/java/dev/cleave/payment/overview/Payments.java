package dev.cleave.payment.overview;

import dev.cleave.payment.api.AuthorisationRequested;
import dev.cleave.payment.api.CancellationRequested;
import dev.cleave.payment.api.CaptureRefused;
import dev.cleave.payment.api.CaptureRequested;
import dev.cleave.payment.api.PaymentAuthorised;
import dev.cleave.payment.api.PaymentCancellationRefused;
import dev.cleave.payment.api.PaymentCancelled;
import dev.cleave.payment.api.PaymentCaptured;
import dev.cleave.payment.api.PaymentDeclined;
import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.PaymentRefunded;
import dev.cleave.payment.api.RefundRefused;
import dev.cleave.payment.api.RefundRequested;
import dev.cleave.payment.api.StrayCaptureFound;
import dev.cleave.payment.overview.PaymentEntry.Step;
import dev.cleave.platform.messaging.View;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@View("payments")
class Payments {

    private static final Logger log = LoggerFactory.getLogger(Payments.class);
    private static final String STRAY_CAPTURE = "stray-capture";
    private static final int LONGEST_REASON = 1_000;

    private final JdbcClient jdbc;
    private final ToSettle toSettle;

    Payments(JdbcClient jdbc, ToSettle toSettle) {
        this.jdbc = jdbc;
        this.toSettle = toSettle;
    }

    @EventHandler
    void on(AuthorisationRequested event, @SequenceNumber long version, @Timestamp Instant at) {
        if (event.attempt() > 1) {
            return;
        }
        enter(event.payment(), "authorising");
        jdbc.sql("UPDATE payment SET amount = ?, currency = ? WHERE payment_id = ?")
                .params(event.amount().getAmount(), event.amount().getCurrencyUnit().getCode(), event.payment().value())
                .update();
        step(event.payment(), version, at, "authorisation-requested", event.amount(), null, null);
    }

    @EventHandler
    void on(PaymentAuthorised event, @SequenceNumber long version, @Timestamp Instant at) {
        enter(event.payment(), "authorised");
        step(event.payment(), version, at, "authorised", event.amount(), null, null);
    }

    @EventHandler
    void on(PaymentDeclined event, @SequenceNumber long version, @Timestamp Instant at) {
        if (!"cancelled".equals(statusOf(event.payment()))) {
            enter(event.payment(), "declined");
        }
        step(event.payment(), version, at, "declined", null, null, event.reason());
    }

    @EventHandler
    void on(CaptureRequested event, @SequenceNumber long version, @Timestamp Instant at) {
        if (event.attempt() > 1) {
            return;
        }
        enter(event.payment(), "capturing");
        step(event.payment(), version, at, "capture-requested", event.amount(), null, null);
    }

    @EventHandler
    void on(PaymentCaptured event, @SequenceNumber long version, @Timestamp Instant at) {
        enter(event.payment(), "captured");
        charged(event.payment(), event.amount());
        step(event.payment(), version, at, "captured", event.amount(), null, null);
    }

    @EventHandler
    void on(CaptureRefused event, @SequenceNumber long version, @Timestamp Instant at) {
        String status = statusOf(event.payment());
        if (status == null || status.equals("capturing")) {
            enter(event.payment(), "capture-refused");
        }
        step(event.payment(), version, at, "capture-refused", null, null, event.reason());
    }

    @EventHandler
    void on(CancellationRequested event, @SequenceNumber long version, @Timestamp Instant at) {
        enter(event.payment(), "cancelling");
        if (event.attempt() == 1) {
            step(event.payment(), version, at, "cancellation-requested", null, null, event.reason());
        }
    }

    @EventHandler
    void on(PaymentCancelled event, @SequenceNumber long version, @Timestamp Instant at) {
        enter(event.payment(), "cancelled");
        step(event.payment(), version, at, "cancelled", null, null, null);
    }

    @EventHandler
    void on(PaymentCancellationRefused event, @SequenceNumber long version, @Timestamp Instant at) {
        step(event.payment(), version, at, "cancellation-refused", event.captured(), null, null);
    }

    @EventHandler
    void on(StrayCaptureFound event, @SequenceNumber long version, @Timestamp Instant at) {
        enter(event.payment(), "cancelled");
        charged(event.payment(), event.amount());
        step(event.payment(), version, at, "stray-capture-found", event.amount(), null, null);
    }

    @EventHandler
    void on(RefundRequested event, @SequenceNumber long version, @Timestamp Instant at) {
        if (event.attempt() == 1) {
            step(event.payment(), version, at, "refund-requested", event.amount(), event.refund(), null);
        }
    }

    @EventHandler
    void on(PaymentRefunded event, @SequenceNumber long version, @Timestamp Instant at) {
        jdbc.sql("UPDATE payment SET refunded = refunded + ? WHERE payment_id = ?")
                .params(event.amount().getAmount(), event.payment().value())
                .update();
        if (toSettle.remove(event.payment())) {
            enter(event.payment(), "cancelled");
        }
        step(event.payment(), version, at, "refunded", event.amount(), event.refund(), null);
    }

    @EventHandler
    void on(RefundRefused event, @SequenceNumber long version, @Timestamp Instant at, ReplayStatus replay) {
        String status = statusOf(event.payment());
        if (status == null) {
            enter(event.payment(), "unasked");
        } else if (event.refund().equals(STRAY_CAPTURE) && status.equals("cancelled")) {
            enter(event.payment(), "needs-attention");
            toSettle.add(event.payment());
            if (replay == ReplayStatus.REGULAR) {
                log.warn(
                        "Payment {} needs attention: the provider charged it after it was given up, and refuses to pay back {} ({})."
                                + " Settle it with the provider. GET /api/payment/payments/{} shows its history, and the provider's"
                                + " report that the refund was paid ends this.",
                        event.payment().value(), event.amount(), event.reason(), event.payment().value());
            }
        }
        step(event.payment(), version, at, "refund-refused", event.amount(), event.refund(), event.reason());
    }

    @ResetHandler
    void reset() {
        jdbc.sql("DELETE FROM payment_step").update();
        jdbc.sql("DELETE FROM payment").update();
        toSettle.clear();
    }

    Optional<PaymentEntry> find(PaymentId payment) {
        List<Step> history = jdbc.sql("SELECT * FROM payment_step WHERE payment_id = ? ORDER BY version")
                .param(payment.value())
                .query(Payments::step)
                .list();
        return jdbc.sql("SELECT * FROM payment WHERE payment_id = ?")
                .param(payment.value())
                .query((row, n) -> new PaymentEntry(
                        payment,
                        row.getString("status"),
                        money(row, "amount"),
                        unlessZero(money(row, "captured")),
                        unlessZero(money(row, "refunded")),
                        history))
                .optional();
    }

    private @Nullable String statusOf(PaymentId payment) {
        return jdbc.sql("SELECT status FROM payment WHERE payment_id = ?")
                .param(payment.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private void enter(PaymentId payment, String status) {
        int changed = jdbc.sql("UPDATE payment SET status = ? WHERE payment_id = ?")
                .params(status, payment.value())
                .update();
        if (changed == 0) {
            jdbc.sql("INSERT INTO payment (payment_id, status, captured, refunded) VALUES (?, ?, 0, 0)")
                    .params(payment.value(), status)
                    .update();
        }
    }

    private void charged(PaymentId payment, Money amount) {
        jdbc.sql("UPDATE payment SET captured = ? WHERE payment_id = ?")
                .params(amount.getAmount(), payment.value())
                .update();
    }

    private void step(
            PaymentId payment,
            long version,
            Instant at,
            String what,
            @Nullable Money amount,
            @Nullable String refund,
            @Nullable String reason) {
        jdbc.sql("""
                        INSERT INTO payment_step (payment_id, version, at, what, amount, currency, refund, reason)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(payment.value())
                .param(version)
                .param(at.atOffset(ZoneOffset.UTC))
                .param(what)
                .param(amount == null ? null : amount.getAmount())
                .param(amount == null ? null : amount.getCurrencyUnit().getCode())
                .param(refund)
                .param(reason == null || reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON))
                .update();
    }

    private static Step step(ResultSet row, int number) throws SQLException {
        return new Step(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("what"),
                money(row, "amount"),
                row.getString("refund"),
                row.getString("reason"));
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        String currency = row.getString("currency");
        if (amount == null || currency == null) {
            return null;
        }
        CurrencyUnit unit = CurrencyUnit.of(currency);
        return Money.of(unit, amount.setScale(unit.getDecimalPlaces()));
    }

    private static @Nullable Money unlessZero(@Nullable Money money) {
        return money == null || money.isZero() ? null : money;
    }
}
