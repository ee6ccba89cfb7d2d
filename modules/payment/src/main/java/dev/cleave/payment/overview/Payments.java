package dev.cleave.payment.overview;

import dev.cleave.payment.api.AuthorisationLost;
import dev.cleave.payment.api.CaptureRefused;
import dev.cleave.payment.api.PaymentAuthorised;
import dev.cleave.payment.api.PaymentCancellationRefused;
import dev.cleave.payment.api.PaymentCancelled;
import dev.cleave.payment.api.PaymentCaptured;
import dev.cleave.payment.api.PaymentDeclined;
import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.PaymentRefunded;
import dev.cleave.payment.api.PaymentSettled;
import dev.cleave.payment.api.RefundFailed;
import dev.cleave.payment.api.RefundRefused;
import dev.cleave.payment.charge.SettlementWords;
import dev.cleave.payment.charge.SettlementWords.Words;
import dev.cleave.payment.charge.steps.AuthorisationRequested;
import dev.cleave.payment.charge.steps.CancellationRequested;
import dev.cleave.payment.charge.steps.CaptureRequested;
import dev.cleave.payment.charge.steps.CaptureUndone;
import dev.cleave.payment.charge.steps.RefundRequested;
import dev.cleave.payment.charge.steps.StrayCaptureFound;
import dev.cleave.payment.overview.PaymentEntry.Step;
import dev.cleave.platform.message.Identifier;
import dev.cleave.platform.messaging.View;
import dev.cleave.platform.web.paging.Cursor;
import dev.cleave.platform.web.paging.Sequence;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** What a person settles where it is no refund. */
    static final String CHARGE = "~charge";

    private static final Logger log = LoggerFactory.getLogger(Payments.class);
    private static final String FORMER_STRAY_CAPTURE = "stray-capture";
    private static final String FORMER_ORDER_REVERSAL = "reversal";
    private static final int LONGEST_REASON = 1_000;

    private final JdbcClient jdbc;
    private final SettlementWords words;

    Payments(JdbcClient jdbc, SettlementWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    @EventHandler
    void on(AuthorisationRequested event, @SequenceNumber long version, @Timestamp Instant at) {
        if (event.attempt() > 1) {
            read(event.payment(), version);
            return;
        }
        enter(event.payment(), Status.AUTHORISING, version, at);
        jdbc.sql("UPDATE payment SET amount = ?, currency = ? WHERE payment_id = ?")
                .params(event.amount().getAmount(), event.amount().getCurrencyUnit().getCode(), event.payment().value())
                .update();
        step(event.payment(), version, at, "authorisation-requested", event.amount(), null, null);
    }

    @EventHandler
    void on(PaymentAuthorised event, @SequenceNumber long version, @Timestamp Instant at) {
        enter(event.payment(), Status.AUTHORISED, version, at);
        step(event.payment(), version, at, "authorised", event.amount(), null, null);
    }

    @EventHandler
    void on(PaymentDeclined event, @SequenceNumber long version, @Timestamp Instant at) {
        if (statusOf(event.payment()) == Status.CANCELLED) {
            read(event.payment(), version);
        } else {
            enter(event.payment(), Status.DECLINED, version, at);
        }
        step(event.payment(), version, at, "declined", null, null, event.reason());
    }

    @EventHandler
    void on(AuthorisationLost event, @SequenceNumber long version, @Timestamp Instant at) {
        enter(event.payment(), Status.AUTHORISATION_LOST, version, at);
        step(event.payment(), version, at, "authorisation-lost", event.amount(), null, event.reason());
    }

    @EventHandler
    void on(CaptureRequested event, @SequenceNumber long version, @Timestamp Instant at) {
        if (event.attempt() > 1) {
            read(event.payment(), version);
            return;
        }
        enter(event.payment(), Status.CAPTURING, version, at);
        step(event.payment(), version, at, "capture-requested", event.amount(), null, null);
    }

    @EventHandler
    void on(PaymentCaptured event, @SequenceNumber long version, @Timestamp Instant at) {
        enter(event.payment(), Status.CAPTURED, version, at);
        charged(event.payment(), event.amount());
        step(event.payment(), version, at, "captured", event.amount(), null, null);
    }

    @EventHandler
    void on(CaptureRefused event, @SequenceNumber long version, @Timestamp Instant at) {
        Status status = statusOf(event.payment());
        if (status == null || status == Status.CAPTURING) {
            enter(event.payment(), Status.CAPTURE_REFUSED, version, at);
        } else {
            read(event.payment(), version);
        }
        step(event.payment(), version, at, "capture-refused", null, null, event.reason());
    }

    @EventHandler
    void on(CaptureUndone event, @SequenceNumber long version, @Timestamp Instant at, ReplayStatus replay) {
        boolean told = statusOf(event.payment()) == Status.CAPTURED;
        charged(event.payment(), event.amount().minus(event.amount()));
        if (told) {
            enter(event.payment(), Status.CAPTURE_UNDONE, version, at);
            attend(event.payment(), CHARGE, replay, "the provider took back what it had charged", event.reason());
        } else {
            read(event.payment(), version);
        }
        step(event.payment(), version, at, "capture-undone", event.amount(), null, event.reason());
    }

    @EventHandler
    void on(
            CancellationRequested event, @SequenceNumber long version, @Timestamp Instant at, ReplayStatus replay) {
        boolean givenUp = event.attempt() > 1 && statusOf(event.payment()) == Status.CANCELLED;
        enter(event.payment(), Status.CANCELLING, version, at);
        if (event.attempt() == 1) {
            step(event.payment(), version, at, "cancellation-requested", null, null, event.reason());
        } else if (givenUp && isAskedFor(event.payment())) {
            attend(event.payment(), CHARGE, replay, "the provider does not say whether it is cancelled or charged",
                    event.reason());
        }
    }

    @EventHandler
    void on(PaymentCancelled event, @SequenceNumber long version, @Timestamp Instant at) {
        enter(event.payment(), Status.CANCELLED, version, at);
        settle(event.payment(), CHARGE);
        step(event.payment(), version, at, "cancelled", null, null, null);
    }

    @EventHandler
    void on(PaymentCancellationRefused event, @SequenceNumber long version, @Timestamp Instant at) {
        read(event.payment(), version);
        step(event.payment(), version, at, "cancellation-refused", event.captured(), null, null);
    }

    @EventHandler
    void on(StrayCaptureFound event, @SequenceNumber long version, @Timestamp Instant at) {
        enter(event.payment(), Status.CANCELLED, version, at);
        charged(event.payment(), event.amount());
        settle(event.payment(), CHARGE);
        step(event.payment(), version, at, "stray-capture-found", event.amount(), null, null);
    }

    @EventHandler
    void on(RefundRequested event, @SequenceNumber long version, @Timestamp Instant at) {
        read(event.payment(), version);
        if (event.attempt() == 1) {
            step(event.payment(), version, at, "refund-requested", event.amount(), event.refund(), null);
        }
    }

    @EventHandler
    void on(PaymentRefunded event, @SequenceNumber long version, @Timestamp Instant at) {
        refunded(event.payment(), event.amount());
        read(event.payment(), version);
        settle(event.payment(), event.refund());
        step(event.payment(), version, at, "refunded", event.amount(), event.refund(), null);
    }

    @EventHandler
    void on(RefundRefused event, @SequenceNumber long version, @Timestamp Instant at, ReplayStatus replay) {
        Status status = statusOf(event.payment());
        if (status == null) {
            enter(event.payment(), Status.UNASKED, version, at);
        } else {
            read(event.payment(), version);
        }
        if (event.inDoubt() || isOurs(event.refund(), status)) {
            attend(event.payment(), event.refund(), replay,
                    event.inDoubt() ? "the provider does not say whether it has paid back " + event.amount()
                            : "the provider refuses to pay back " + event.amount(),
                    event.reason());
        } else {
            settle(event.payment(), event.refund());
        }
        step(event.payment(), version, at, "refund-refused", event.amount(), event.refund(), event.reason());
    }

    @EventHandler
    void on(RefundFailed event, @SequenceNumber long version, @Timestamp Instant at, ReplayStatus replay) {
        refunded(event.payment(), event.amount().negated());
        read(event.payment(), version);
        attend(event.payment(), event.refund(), replay, event.amount() + " that were paid back did not stay with the customer",
                event.reason());
        step(event.payment(), version, at, "refund-failed", event.amount(), event.refund(), event.reason());
    }

    @EventHandler
    void on(PaymentSettled event, @SequenceNumber long version, @Timestamp Instant at) {
        read(event.payment(), version);
        settle(event.payment(), event.refund() == null ? CHARGE : event.refund());
        step(event.payment(), version, at, "settled", event.amount(), event.refund(), event.outcome().code());
    }

    @ResetHandler
    void reset() {
        jdbc.sql("DELETE FROM payment_step").update();
        jdbc.sql("DELETE FROM payment_matter").update();
        jdbc.sql("DELETE FROM payment").update();
    }

    /** The sequence number of the last event that the view has read of a payment, -1 if none. */
    long version(PaymentId payment) {
        return jdbc.sql("SELECT version FROM payment WHERE payment_id = ?")
                .param(payment.value())
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    Optional<PaymentEntry> find(PaymentId payment) {
        Map<String, Words> said = words.about(payment);
        List<Step> history = jdbc.sql("SELECT * FROM payment_step WHERE payment_id = ? ORDER BY version")
                .param(payment.value())
                .query((row, n) -> step(row, said))
                .list();
        List<String> matters = jdbc.sql("SELECT matter FROM payment_matter WHERE payment_id = ? ORDER BY matter")
                .param(payment.value())
                .query(String.class)
                .list();
        return jdbc.sql("SELECT * FROM payment WHERE payment_id = ?")
                .param(payment.value())
                .query((row, n) -> new PaymentEntry(
                        payment,
                        shown(row),
                        money(row, "amount"),
                        unlessZero(money(row, "captured")),
                        unlessZero(money(row, "refunded")),
                        matters,
                        history))
                .optional();
    }

    /** Up to {@code limit} payments after the cursor, in the order in which they were first heard of. */
    List<Listed> list(@Nullable Status status, Sequence sequence, @Nullable Cursor after, int limit) {
        StringBuilder sql = new StringBuilder("SELECT * FROM payment WHERE 1 = 1");
        List<Object> params = new ArrayList<>();
        if (status == Status.NEEDS_ATTENTION) {
            sql.append(" AND matters > 0");
        } else if (status != null) {
            sql.append(" AND matters = 0 AND status = ?");
            params.add(status.text());
        }
        if (after != null) {
            sql.append(" AND ").append(sequence.after("opened_at", "payment_id"));
            OffsetDateTime openedAt = time(after);
            params.addAll(List.of(openedAt, openedAt, after.value(1)));
        }
        sql.append(" ORDER BY ").append(sequence.by("opened_at", "payment_id")).append(" LIMIT ?");
        params.add(limit);
        return jdbc.sql(sql.toString())
                .params(params)
                .query((row, n) -> new Listed(
                        Cursor.of(row.getObject("opened_at", OffsetDateTime.class), row.getString("payment_id")),
                        new PaymentSummary(
                                new PaymentId(row.getString("payment_id")),
                                shown(row),
                                money(row, "amount"),
                                unlessZero(money(row, "captured")),
                                unlessZero(money(row, "refunded")),
                                row.getObject("opened_at", OffsetDateTime.class).toInstant())))
                .list();
    }

    record Listed(Cursor place, PaymentSummary payment) {}

    private static OffsetDateTime time(Cursor cursor) {
        try {
            return OffsetDateTime.parse(cursor.value(0));
        } catch (DateTimeParseException e) {
            throw Cursor.malformed();
        }
    }

    private static String shown(ResultSet row) throws SQLException {
        return row.getInt("matters") > 0 ? Status.NEEDS_ATTENTION.text() : row.getString("status");
    }

    /** As the payment itself says which refunds nobody else waits for. */
    private static boolean isOurs(String refund, @Nullable Status status) {
        return Identifier.isSystems(refund) || refund.equals(FORMER_ORDER_REVERSAL)
                || refund.equals(FORMER_STRAY_CAPTURE) && status == Status.CANCELLED;
    }

    private boolean isAskedFor(PaymentId payment) {
        return jdbc.sql("SELECT COUNT(*) FROM payment WHERE payment_id = ? AND amount IS NOT NULL")
                .param(payment.value())
                .query(Integer.class)
                .single() > 0;
    }

    private void attend(PaymentId payment, String matter, ReplayStatus replay, String what, String reason) {
        int known = jdbc.sql("SELECT COUNT(*) FROM payment_matter WHERE payment_id = ? AND matter = ?")
                .params(payment.value(), matter)
                .query(Integer.class)
                .single();
        if (known > 0) {
            return;
        }
        jdbc.sql("INSERT INTO payment_matter (payment_id, matter) VALUES (?, ?)").params(payment.value(), matter).update();
        jdbc.sql("UPDATE payment SET matters = matters + 1 WHERE payment_id = ?").param(payment.value()).update();
        if (replay == ReplayStatus.REGULAR) {
            log.warn(
                    "Payment {} needs attention: {} ({}). Settle it with the provider: GET /api/payment/payments/{} shows its history,"
                            + " and POST /api/payment/payments/{}/settlement, or the provider's own report, ends this.",
                    payment.value(), what, reason, payment.value(), payment.value());
        }
    }

    private void settle(PaymentId payment, String matter) {
        int settled = jdbc.sql("DELETE FROM payment_matter WHERE payment_id = ? AND matter = ?")
                .params(payment.value(), matter)
                .update();
        if (settled > 0) {
            jdbc.sql("UPDATE payment SET matters = matters - 1 WHERE payment_id = ?").param(payment.value()).update();
        }
    }

    private @Nullable Status statusOf(PaymentId payment) {
        return jdbc.sql("SELECT status FROM payment WHERE payment_id = ?")
                .param(payment.value())
                .query(String.class)
                .optional()
                .map(Status::of)
                .orElse(null);
    }

    private void read(PaymentId payment, long version) {
        jdbc.sql("UPDATE payment SET version = ? WHERE payment_id = ?").params(version, payment.value()).update();
    }

    private void enter(PaymentId payment, Status status, long version, Instant at) {
        int changed = jdbc.sql("UPDATE payment SET status = ?, version = ? WHERE payment_id = ?")
                .params(status.text(), version, payment.value())
                .update();
        if (changed == 0) {
            jdbc.sql("""
                            INSERT INTO payment (payment_id, status, captured, refunded, version, opened_at)
                            VALUES (?, ?, 0, 0, ?, ?)""")
                    .params(payment.value(), status.text(), version, at.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    private void charged(PaymentId payment, Money amount) {
        jdbc.sql("UPDATE payment SET captured = ? WHERE payment_id = ?")
                .params(amount.getAmount(), payment.value())
                .update();
    }

    private void refunded(PaymentId payment, Money amount) {
        jdbc.sql("UPDATE payment SET refunded = refunded + ? WHERE payment_id = ?")
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

    private static Step step(ResultSet row, Map<String, Words> said) throws SQLException {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        String what = row.getString("what");
        String refund = row.getString("refund");
        String reason = row.getString("reason");
        if (!what.equals("settled")) {
            return new Step(at, what, money(row, "amount"), refund, reason, null, null);
        }
        Words words = said.get(refund == null ? CHARGE : refund);
        return new Step(
                at, what, money(row, "amount"), refund, words == null ? null : words.reason(), reason,
                words == null ? null : words.by());
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
