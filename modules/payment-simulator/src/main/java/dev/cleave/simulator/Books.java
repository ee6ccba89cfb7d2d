package dev.cleave.simulator;

import dev.cleave.payment.charge.steps.ProviderOperation;
import dev.cleave.payment.port.MinorAmount;
import dev.cleave.payment.port.Reference;
import dev.cleave.platform.datastore.DataStore;
import dev.cleave.simulator.Question.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The provider's books, in the provider's store. */
class Books {

    private static final int ATTEMPTS = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Duration furthest;

    /** @param lateness how far ahead a report is due that is made out now */
    Books(DataStore store, Clock clock, Duration lateness) {
        this.jdbc = store.jdbcTemplate();
        this.transactions = store.transactions();
        this.clock = clock;
        this.furthest = lateness.plus(LONGEST_PAUSE);
    }

    /** A line of the ledger. */
    record Entry(
            @Schema(example = "17") long position,
            @Schema(example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e") String payment,
            @Schema(example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e/capture") String reference,
            @Schema(implementation = ProviderOperation.class, example = "capture") String kind,
            @Nullable Money amount,
            @Schema(implementation = Outcome.class, example = "approved") String outcome,
            @Schema(example = "card-declined") @Nullable String reason,
            boolean answered,
            Instant at) {}

    /** The effects of one kind in one currency. */
    record Effects(String kind, String currency, long count, BigDecimal minor) {

        Money sum() {
            CurrencyUnit unit = CurrencyUnit.of(currency);
            return Money.of(unit, minor.movePointLeft(unit.getDecimalPlaces()));
        }
    }

    /** A report that is to reach the shop. */
    record Report(String id, Reference reference, int attempts) {}

    Instant now() {
        return clock.instant();
    }

    /** Does something in one transaction; again where another got in between. */
    <T> T inOneGo(Supplier<T> work) {
        for (int attempt = 1;; attempt++) {
            try {
                return Objects.requireNonNull(transactions.execute(status -> work.get()));
            } catch (DuplicateKeyException | ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** A payment's account, kept from others until the transaction ends. */
    Optional<Account> claim(String payment) {
        return jdbc.query("SELECT * FROM account WHERE payment = ? FOR UPDATE", Books::account, payment).stream()
                .findFirst();
    }

    void open(Account account) {
        MinorAmount amount = account.amount();
        jdbc.update(
                """
                INSERT INTO account (payment, token, currency, amount, state, captured, refunded)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                account.payment(),
                account.token(),
                amount == null ? null : amount.currency(),
                amount == null ? 0 : amount.minor(),
                account.state().name(),
                account.captured(),
                account.refunded());
    }

    void change(Account account) {
        jdbc.update(
                "UPDATE account SET state = ?, captured = ?, refunded = ? WHERE payment = ?",
                account.state().name(),
                account.captured(),
                account.refunded(),
                account.payment());
    }

    Optional<Question> find(Reference reference) {
        return jdbc.query("SELECT * FROM question WHERE reference = ?", Books::question, reference.text()).stream()
                .findFirst();
    }

    void keep(Question question, boolean known) {
        if (known) {
            jdbc.update(
                    "UPDATE question SET failures = ?, outcome = ?, reason = ? WHERE reference = ?",
                    question.failures(),
                    question.outcome().name(),
                    question.reason(),
                    question.reference().text());
            return;
        }
        MinorAmount amount = question.amount();
        jdbc.update(
                """
                INSERT INTO question (reference, payment, kind, currency, amount, token, failures, outcome, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                question.reference().text(),
                question.payment(),
                kind(question),
                amount == null ? null : amount.currency(),
                amount == null ? 0 : amount.minor(),
                question.token(),
                question.failures(),
                question.outcome().name(),
                question.reason());
    }

    void enter(Question question, boolean answered) {
        MinorAmount amount = question.amount();
        jdbc.update(
                """
                INSERT INTO entry (payment, reference, kind, currency, amount, outcome, reason, answered, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                question.payment(),
                question.reference().text(),
                kind(question),
                amount == null ? null : amount.currency(),
                amount == null ? 0 : amount.minor(),
                question.outcome().name().toLowerCase(Locale.ROOT),
                question.reason(),
                answered,
                now().atOffset(ZoneOffset.UTC));
    }

    /** Lines after a position, of everything or of one payment or reference. */
    List<Entry> entries(@Nullable String reference, long after, int limit) {
        if (reference == null) {
            return jdbc.query(
                    "SELECT * FROM entry WHERE position > ? ORDER BY position LIMIT ?", Books::entry, after, limit);
        }
        return jdbc.query(
                """
                SELECT * FROM entry WHERE payment = ? AND (payment = ? OR reference = ?) AND position > ?
                ORDER BY position LIMIT ?""",
                Books::entry,
                paymentOf(reference),
                reference,
                reference,
                after,
                limit);
    }

    /** What all approved entries come to, less those undone since, of everything or of one payment or reference. */
    List<Effects> effects(@Nullable String reference) {
        String sums = """
                SELECT kind, currency, SUM(CASE outcome WHEN 'approved' THEN 1 ELSE -1 END),
                    SUM(CASE outcome WHEN 'approved' THEN amount ELSE -amount END) FROM entry
                WHERE outcome IN ('approved', 'undone') AND currency IS NOT NULL""";
        String groups = " GROUP BY kind, currency ORDER BY currency, kind";
        if (reference == null) {
            return jdbc.query(sums + groups, Books::effects);
        }
        return jdbc.query(
                sums + " AND payment = ? AND (payment = ? OR reference = ?)" + groups,
                Books::effects,
                paymentOf(reference),
                reference,
                reference);
    }

    void announce(Reference reference, Instant dueAt) {
        jdbc.update(
                "INSERT INTO report (id, reference, due_at, attempts) VALUES (?, ?, ?, 0)",
                UUID.randomUUID().toString(),
                reference.text(),
                dueAt.atOffset(ZoneOffset.UTC));
    }

    /** A report that is further ahead than any can be was made out while the clock was wrong, and is due too. */
    List<Report> reportsDue(int limit) {
        return jdbc.query(
                "SELECT id, reference, attempts FROM report WHERE due_at <= ? OR due_at > ? ORDER BY due_at LIMIT ?",
                (row, n) -> new Report(row.getString(1), Reference.parse(row.getString(2)), row.getInt(3)),
                now().atOffset(ZoneOffset.UTC),
                now().plus(furthest).atOffset(ZoneOffset.UTC),
                limit);
    }

    Optional<Instant> nextReport() {
        OffsetDateTime next = jdbc.queryForObject("SELECT MIN(due_at) FROM report", OffsetDateTime.class);
        return Optional.ofNullable(next).map(OffsetDateTime::toInstant);
    }

    void reported(Report report) {
        jdbc.update("DELETE FROM report WHERE id = ?", report.id());
    }

    void postpone(Report report, Instant until) {
        jdbc.update(
                "UPDATE report SET attempts = attempts + 1, due_at = ? WHERE id = ?",
                until.atOffset(ZoneOffset.UTC),
                report.id());
    }

    private static String paymentOf(String reference) {
        int slash = reference.indexOf('/');
        return slash < 0 ? reference : reference.substring(0, slash);
    }

    private static String kind(Question question) {
        return question.reference().operation().name().toLowerCase(Locale.ROOT);
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getString("payment"),
                row.getString("token"),
                amount(row),
                Account.State.valueOf(row.getString("state")),
                row.getLong("captured"),
                row.getLong("refunded"));
    }

    private static Question question(ResultSet row, int number) throws SQLException {
        return new Question(
                Reference.parse(row.getString("reference")),
                amount(row),
                row.getString("token"),
                row.getInt("failures"),
                Question.Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        MinorAmount amount = amount(row);
        return new Entry(
                row.getLong("position"),
                row.getString("payment"),
                row.getString("reference"),
                row.getString("kind"),
                amount == null ? null : amount.toMoney(),
                row.getString("outcome"),
                row.getString("reason"),
                row.getBoolean("answered"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Effects effects(ResultSet row, int number) throws SQLException {
        return new Effects(row.getString(1), row.getString(2), row.getLong(3), row.getBigDecimal(4));
    }

    private static @Nullable MinorAmount amount(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return currency == null ? null : new MinorAmount(row.getLong("amount"), currency);
    }
}
