package dev.cleave.ordering.customer;

import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.EraseContact;
import dev.cleave.ordering.api.CustomerErased;
import dev.cleave.ordering.api.ForgetCustomer;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.messaging.Policy;
import dev.cleave.shipping.api.EraseRecipient;
import dev.cleave.shipping.api.RecipientId;
import org.axonframework.eventhandling.EventHandler;

/** A customer who is erased here is erased everywhere; first here, so that nothing more goes out from here. */
@Policy("notices")
class Erasure {

    private final Commands commands;

    Erasure(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(CustomerErased event) {
        commands.tell(new ForgetCustomer(event.customer()));
        commands.tell(new EraseRecipient(new RecipientId(event.customer().value())));
        commands.tell(new EraseContact(new ContactId(event.customer().value())));
    }
}
