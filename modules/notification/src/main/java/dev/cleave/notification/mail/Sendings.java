package dev.cleave.notification.mail;

import dev.cleave.notification.api.NoticeId;
import dev.cleave.notification.api.NoticeRequested;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What has become of each mail. A row is written before the mail is handed over and marked after, each durably. Whoever finds
 * the first without the second can't know whether the mail went out, and does not send it again: a customer who is told nothing
 * can look up the order, one who is told twice wonders what happened.
 */
@Component
class Sendings {

    static final String ERASED = "erased";
    static final String ADDRESS_NOT_VALID = "address-not-valid";
    static final String OUTCOME_UNKNOWN = "outcome-unknown";

    enum State {
        /** Being handed to the mail server, or its outcome was lost. */
        SENDING,
        /** The mail server took it. */
        SENT,
        /** There is no mail server; it is to be read in the outbox. */
        KEPT,
        /** The mail server certainly did not take it at that attempt. */
        POSTPONED,
        /** It never goes out, or it will never be known whether it did. */
        DROPPED
    }

    /** What the present attempt at a mail comes to before anything is sent. */
    sealed interface Claim {

        /** It is this caller's to send, and nobody else's. */
        record Granted(Letter letter) implements Claim {}

        /** It has been sent or kept. */
        record Done() implements Claim {}

        record Dropped(String reason) implements Claim {}

        /** This attempt has been made already, in vain. */
        record Postponed(int attempt, String reason) implements Claim {}
    }

    private final JdbcClient jdbc;
    private final ContactLock contacts;
    private final Letters letters;

    Sendings(JdbcClient jdbc, ContactLock contacts, Letters letters) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.letters = letters;
    }

    /**
     * Claims a mail for sending and writes it into the outbox.
     *
     * @param serverThere whether there is a mail server; otherwise the mail is kept, and that is all
     */
    Claim claim(NoticeRequested notice, boolean serverThere) {
        return contacts.holding(notice.contact(), erased -> {
            Optional<Row> row = find(notice.notice());
            return switch (row.map(Row::state).orElse(null)) {
                case SENT, KEPT -> new Claim.Done();
                case DROPPED -> new Claim.Dropped(row.orElseThrow().reasonGiven());
                case SENDING -> drop(notice.notice(), OUTCOME_UNKNOWN);
                case POSTPONED -> row.orElseThrow().attempt() >= notice.attempt()
                        ? new Claim.Postponed(row.orElseThrow().attempt(), row.orElseThrow().reasonGiven())
                        : begin(notice, serverThere);
                case null -> begin(notice, serverThere);
            };
        });
    }

    void sent(NoticeId notice) {
        end(notice, State.SENT, null);
    }

    void dropped(NoticeId notice, String reason) {
        end(notice, State.DROPPED, reason);
    }

    void postponed(NoticeId notice, String reason) {
        contacts.<@Nullable Void>alone(() -> {
            mark(notice, State.POSTPONED, reason);
            return null;
        });
    }

    private Claim begin(NoticeRequested notice, boolean serverThere) {
        write(notice.notice(), serverThere ? State.SENDING : State.KEPT, notice.attempt(), null);
        Optional<Addressee> addressee = jdbc.sql("SELECT name, email FROM addressee WHERE notice = ?")
                .param(notice.notice().value())
                .query((row, number) -> new Addressee(row.getString("name"), row.getString("email")))
                .optional();
        if (addressee.isEmpty()) {
            return drop(notice.notice(), ERASED);
        }
        Optional<Letter> letter = letters.write(notice, addressee.get());
        if (letter.isEmpty()) {
            return drop(notice.notice(), ADDRESS_NOT_VALID);
        }
        enter(notice, letter.get());
        if (serverThere) {
            return new Claim.Granted(letter.get());
        }
        forgetAddressee(notice.notice());
        return new Claim.Done();
    }

    private Claim drop(NoticeId notice, String reason) {
        mark(notice, State.DROPPED, reason);
        forgetAddressee(notice);
        return new Claim.Dropped(reason);
    }

    private void end(NoticeId notice, State state, @Nullable String reason) {
        contacts.<@Nullable Void>alone(() -> {
            mark(notice, state, reason);
            forgetAddressee(notice);
            return null;
        });
    }

    private record Row(State state, int attempt, @Nullable String reason) {

        String reasonGiven() {
            return reason == null ? OUTCOME_UNKNOWN : reason;
        }
    }

    private Optional<Row> find(NoticeId notice) {
        return jdbc.sql("SELECT state, attempt, reason FROM sending WHERE notice = ?")
                .param(notice.value())
                .query((row, number) ->
                        new Row(State.valueOf(row.getString("state")), row.getInt("attempt"), row.getString("reason")))
                .optional();
    }

    private void write(NoticeId notice, State state, int attempt, @Nullable String reason) {
        int changed = jdbc.sql("UPDATE sending SET state = ?, attempt = ?, reason = ? WHERE notice = ?")
                .params(state.name(), attempt, reason, notice.value())
                .update();
        if (changed == 0) {
            jdbc.sql("INSERT INTO sending (state, attempt, reason, notice) VALUES (?, ?, ?, ?)")
                    .params(state.name(), attempt, reason, notice.value())
                    .update();
        }
    }

    /** Marks a mail that is being sent; one whose outcome was given up meanwhile stays as it is. */
    private void mark(NoticeId notice, State state, @Nullable String reason) {
        jdbc.sql("UPDATE sending SET state = ?, reason = ? WHERE notice = ? AND state IN ('SENDING', 'KEPT')")
                .params(state.name(), reason, notice.value())
                .update();
    }

    private void enter(NoticeRequested notice, Letter letter) {
        jdbc.sql("DELETE FROM mail WHERE notice = ?").param(notice.notice().value()).update();
        jdbc.sql("""
                        INSERT INTO mail (notice, contact, order_id, occasion, name, email, subject, text, written_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, CURRENT_TIMESTAMP)""")
                .params(notice.notice().value(), notice.contact().value(), notice.order(), notice.occasion().name(),
                        letter.name(), letter.email(), letter.subject(), letter.text())
                .update();
    }

    private void forgetAddressee(NoticeId notice) {
        jdbc.sql("DELETE FROM addressee WHERE notice = ?").param(notice.value()).update();
    }
}
