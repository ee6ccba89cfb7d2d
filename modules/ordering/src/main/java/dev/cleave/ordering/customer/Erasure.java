package dev.cleave.ordering.customer;

import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.EraseContact;
import dev.cleave.ordering.api.CustomerErased;
import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.customer.steps.ForgetCustomer;
import dev.cleave.ordering.order.steps.RecordCustomerErased;
import dev.cleave.payment.api.EraseSettlementWords;
import dev.cleave.payment.api.PaymentId;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.messaging.Policy;
import dev.cleave.shipping.api.EraseRecipient;
import dev.cleave.shipping.api.RecipientId;
import java.util.List;
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
        List<OrderId> orders = personalData.ordersOf(event.customer());
        commands.tell(new ForgetCustomer(event.customer()));
        commands.tell(new EraseRecipient(new RecipientId(event.customer().value())));
        commands.tell(new EraseContact(new ContactId(event.customer().value())));
        orders.forEach(order -> commands.tell(new EraseSettlementWords(new PaymentId(order.value()))));
    }
}
