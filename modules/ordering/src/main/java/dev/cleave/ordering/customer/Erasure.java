package dev.cleave.ordering.customer;

import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.EraseContact;
import dev.cleave.ordering.api.CustomerErased;
import dev.cleave.ordering.api.ForgetCustomer;
import dev.cleave.ordering.api.RecordCustomerErased;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.messaging.Policy;
import dev.cleave.shipping.api.EraseRecipient;
import dev.cleave.shipping.api.RecipientId;
import org.axonframework.eventhandling.EventHandler;

/**
 * A customer who is erased here is erased everywhere. Their open orders are told first, because they are found by what is forgotten
 * after that; told again after a crash, they are found again.
 */
@Policy("notices")
class Erasure {

    private final Commands commands;
    private final PersonalData personalData;

    Erasure(Commands commands, PersonalData personalData) {
        this.commands = commands;
        this.personalData = personalData;
    }

    @EventHandler
    void on(CustomerErased event) {
        personalData.openOrders(event.customer()).forEach(order -> commands.tell(new RecordCustomerErased(order)));
        commands.tell(new ForgetCustomer(event.customer()));
        commands.tell(new EraseRecipient(new RecipientId(event.customer().value())));
        commands.tell(new EraseContact(new ContactId(event.customer().value())));
    }
}
