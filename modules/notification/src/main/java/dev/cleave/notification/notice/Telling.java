package dev.cleave.notification.notice;

import dev.cleave.notification.api.TellCustomer;
import dev.cleave.notification.mail.Outbox;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Writes the mail of a new notice before the notice is requested. The aggregate does no I/O and its events hold no name and
 * no address, so this stands before it, in the same unit of work: whenever there is a {@code NoticeRequested}, the mail has
 * been written before. Where there is no mail server, the notice has come to its end with that.
 */
@Component
class Telling {

    private final Repository<Notice> notices;
    private final Outbox outbox;

    Telling(Repository<Notice> notices, Outbox outbox) {
        this.notices = notices;
        this.outbox = outbox;
    }

    @CommandHandler
    void tell(TellCustomer command) throws Exception {
        Aggregate<Notice> notice = notices.loadOrCreate(command.notice().toString(), Notice::new);
        if (notice.invoke(Notice::isNew)) {
            Outbox.Entry mail = outbox.enter(command);
            notice.execute(n -> n.begin(command, mail));
        }
    }
}
