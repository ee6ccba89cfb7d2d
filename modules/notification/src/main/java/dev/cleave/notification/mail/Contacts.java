package dev.cleave.notification.mail;

import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.EraseContact;
import dev.cleave.notification.api.NoticeId;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names and addresses of those who are still to be told, and their erasure from here and from the outbox. */
@Component
public class Contacts {

    private final JdbcClient jdbc;
    private final ContactLock contacts;

    Contacts(JdbcClient jdbc, ContactLock contacts) {
        this.jdbc = jdbc;
        this.contacts = contacts;
    }

    /** Keeps whom a notice goes to in a transaction of its own, unless the contact has been erased. */
    public void keep(NoticeId notice, ContactId contact, String name, String email) {
        contacts.<@Nullable Void>holding(contact, erased -> {
            if (!erased) {
                write(notice, contact, name, email);
            }
            return null;
        });
    }

    @CommandHandler
    void erase(EraseContact command) {
        String contact = command.contact().value();
        contacts.<@Nullable Void>holding(command.contact(), erased -> {
            if (!erased) {
                jdbc.sql("UPDATE contact SET erased_at = CURRENT_TIMESTAMP WHERE contact = ?").param(contact).update();
            }
            jdbc.sql("DELETE FROM addressee WHERE contact = ?").param(contact).update();
            jdbc.sql("DELETE FROM mail WHERE contact = ?").param(contact).update();
            return null;
        });
    }

    private void write(NoticeId notice, ContactId contact, String name, String email) {
        int changed = jdbc.sql("UPDATE addressee SET contact = ?, name = ?, email = ? WHERE notice = ?")
                .params(contact.value(), name, email, notice.value())
                .update();
        if (changed == 0) {
            jdbc.sql("INSERT INTO addressee (contact, name, email, notice) VALUES (?, ?, ?, ?)")
                    .params(contact.value(), name, email, notice.value())
                    .update();
        }
    }
}
