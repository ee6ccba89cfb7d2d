package dev.cleave.notification.mail;

import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.EraseContact;
import dev.cleave.notification.api.NoticeId;
import dev.cleave.notification.api.TellCustomer;
import dev.cleave.notification.mail.Sendings.State;
import dev.cleave.platform.message.MailAddress;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails with their names and addresses, one row each, and the erasure of all that is personal. */
@Component
public class Outbox {

    private final JdbcClient jdbc;
    private final ContactLock contacts;
    private final Letters letters;
    private final Postman postman;

    Outbox(JdbcClient jdbc, ContactLock contacts, Letters letters, Postman postman) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.letters = letters;
        this.postman = postman;
    }

    /** What became of a mail when it was asked for. */
    public sealed interface Entry {

        /** It waits to be sent. */
        record Waiting() implements Entry {}

        /** There is no mail server; it is to be read here. */
        record Kept() implements Entry {}

        /** It goes to nobody. */
        record Dropped(String reason) implements Entry {}
    }

    /**
     * Writes the mail of a notice in a transaction of its own, unless the contact has been erased or it is here already: one that
     * is here may be being sent, and stays as it is. A mail to no address is written as dropped, to be seen here.
     */
    public Entry enter(TellCustomer notice) {
        Letter letter = letters.write(notice);
        return contacts.holding(notice.contact(), erased -> {
            if (erased) {
                return new Entry.Dropped(Sendings.ERASED);
            }
            State state = find(notice.notice()).orElse(null);
            if (state == null) {
                boolean addressed = MailAddress.in(notice.email()).isPresent();
                state = !addressed ? State.DROPPED : postman.serverThere() ? State.WAITING : State.KEPT;
                insert(notice, letter, state, addressed ? null : Sendings.ADDRESS_NOT_VALID);
            }
            return switch (state) {
                case KEPT -> new Entry.Kept();
                case DROPPED -> new Entry.Dropped(Sendings.ADDRESS_NOT_VALID);
                default -> new Entry.Waiting();
            };
        });
    }

    @CommandHandler
    void erase(EraseContact command) {
        ContactId contact = command.contact();
        contacts.<@Nullable Void>holding(contact, erased -> {
            if (!erased) {
                jdbc.sql("UPDATE contact SET erased_at = CURRENT_TIMESTAMP WHERE contact = ?").param(contact.value()).update();
            }
            jdbc.sql("DELETE FROM mail WHERE contact = ?").param(contact.value()).update();
            return null;
        });
    }

    private Optional<State> find(NoticeId notice) {
        return jdbc.sql("SELECT state FROM mail WHERE notice = ?")
                .param(notice.value())
                .query(String.class)
                .optional()
                .map(State::valueOf);
    }

    private void insert(TellCustomer notice, Letter letter, State state, @Nullable String reason) {
        jdbc.sql("""
                        INSERT INTO mail
                            (notice, contact, order_id, occasion, name, email, subject, text, written_at, state, attempt, reason)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, CURRENT_TIMESTAMP, ?, 0, ?)""")
                .params(notice.notice().value(), notice.contact().value(), notice.order(), notice.occasion().name(),
                        letter.name(), letter.email(), letter.subject(), letter.text(), state.name(), reason)
                .update();
    }
}
