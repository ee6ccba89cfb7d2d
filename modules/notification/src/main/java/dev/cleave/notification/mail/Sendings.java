package dev.cleave.notification.mail;

import dev.cleave.notification.api.NoticeId;
import dev.cleave.notification.api.NoticeRequested;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What has become of each mail. It is marked before the mail is handed over and again after, each durably. Whoever finds
 * the first mark without the second can't know whether the mail went out, and does not send it again: a customer who is told
 * nothing can look up the order, one who is told twice wonders what happened. Without its row a mail has been erased, and never
 * comes back.
 */
@Component
class Sendings {

    static final String ERASED = "erased";
    static final String ADDRESS_NOT_VALID = "address-not-valid";
    static final String OUTCOME_UNKNOWN = "outcome-unknown";

    enum State {
        /** To be sent, and not yet tried. */
        WAITING,
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

    Sendings(JdbcClient jdbc, ContactLock contacts) {
        this.jdbc = jdbc;
        this.contacts = contacts;
    }

    /**
     * Claims a mail for sending.
     *
     * @param serverThere whether there is a mail server; otherwise the mail is kept, and that is all
     */
    Claim claim(NoticeRequested notice, boolean serverThere) {
        return contacts.alone(() -> hold(notice.notice())
                .map(mail -> switch (mail.state()) {
                    case SENT, KEPT -> new Claim.Done();
                    case DROPPED -> new Claim.Dropped(mail.reasonGiven());
                    case SENDING -> {
                        mark(notice.notice(), State.DROPPED, OUTCOME_UNKNOWN);
                        yield new Claim.Dropped(OUTCOME_UNKNOWN);
                    }
                    case POSTPONED -> mail.attempt() >= notice.attempt()
                            ? new Claim.Postponed(mail.attempt(), mail.reasonGiven())
                            : begin(notice, mail.letter(), serverThere);
                    case WAITING -> begin(notice, mail.letter(), serverThere);
                })
                .orElseGet(() -> new Claim.Dropped(ERASED)));
    }

    void sent(NoticeId notice) {
        end(notice, State.SENT, null);
    }

    void dropped(NoticeId notice, String reason) {
        end(notice, State.DROPPED, reason);
    }

    void postponed(NoticeId notice, String reason) {
        end(notice, State.POSTPONED, reason);
    }

    private Claim begin(NoticeRequested notice, Letter letter, boolean serverThere) {
        jdbc.sql("UPDATE mail SET state = ?, attempt = ?, reason = NULL WHERE notice = ?")
                .params((serverThere ? State.SENDING : State.KEPT).name(), notice.attempt(), notice.notice().value())
                .update();
        return serverThere ? new Claim.Granted(letter) : new Claim.Done();
    }

    private void end(NoticeId notice, State state, @Nullable String reason) {
        contacts.<@Nullable Void>alone(() -> {
            mark(notice, state, reason);
            return null;
        });
    }

    private record Mail(State state, int attempt, @Nullable String reason, Letter letter) {

        String reasonGiven() {
            return reason == null ? OUTCOME_UNKNOWN : reason;
        }
    }

    private Optional<Mail> hold(NoticeId notice) {
        return jdbc.sql("SELECT state, attempt, reason, name, email, subject, text FROM mail WHERE notice = ? FOR UPDATE")
                .param(notice.value())
                .query((row, number) -> new Mail(
                        State.valueOf(row.getString("state")),
                        row.getInt("attempt"),
                        row.getString("reason"),
                        new Letter(
                                row.getString("name"), row.getString("email"), row.getString("subject"), row.getString("text"))))
                .optional();
    }

    /** Marks a mail that is being sent; one whose outcome was given up meanwhile stays as it is. */
    private void mark(NoticeId notice, State state, @Nullable String reason) {
        jdbc.sql("UPDATE mail SET state = ?, reason = ? WHERE notice = ? AND state = 'SENDING'")
                .params(state.name(), reason, notice.value())
                .update();
    }
}
