package dev.cleave.notification.notice;

import dev.cleave.notification.api.TellCustomer;
import dev.cleave.notification.mail.Contacts;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Keeps whom a new notice goes to before the notice is requested. The aggregate does no I/O and its events hold no name and
 * no address, so this stands before it, in the same unit of work: whenever there is a {@code NoticeRequested}, the contact has
 * been kept before, unless it was erased.
 */
@Component
class Telling {

    private final Repository<Notice> notices;
    private final Contacts contacts;

    Telling(Repository<Notice> notices, Contacts contacts) {
        this.notices = notices;
        this.contacts = contacts;
    }

    @CommandHandler
    void tell(TellCustomer command) throws Exception {
        Aggregate<Notice> notice = notices.loadOrCreate(command.notice().toString(), Notice::new);
        if (notice.invoke(Notice::isNew)) {
            contacts.keep(command.notice(), command.contact(), command.name(), command.email());
        }
        notice.execute(n -> n.request(command));
    }
}
