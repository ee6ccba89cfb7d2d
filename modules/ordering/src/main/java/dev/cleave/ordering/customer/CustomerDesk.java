package dev.cleave.ordering.customer;

import dev.cleave.ordering.api.EraseCustomer;
import dev.cleave.ordering.api.OrderingFailure;
import dev.cleave.platform.failure.Refusal;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Takes erasures. The customer's number is noted before the event: from then on no order is taken under it, none of theirs is told
 * or sent anything, and whoever hears of the event finds all their orders.
 */
@Component
class CustomerDesk {

    private final Repository<KnownCustomer> customers;
    private final PersonalData personalData;

    CustomerDesk(Repository<KnownCustomer> customers, PersonalData personalData) {
        this.customers = customers;
        this.personalData = personalData;
    }

    @CommandHandler
    void handle(EraseCustomer command) throws Exception {
        if (!personalData.knows(command.customer())) {
            throw Refusal.of(
                    OrderingFailure.CUSTOMER_UNKNOWN,
                    "Nobody is known by this number; erase by the mail address if you don't have the number.");
        }
        personalData.noteErased(command.customer());
        customers.loadOrCreate(command.customer().toString(), KnownCustomer::new)
                .execute(customer -> customer.erase(command.customer()));
    }
}
