package dev.cleave.ordering.customer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.cleave.ordering.api.CustomerErased;
import dev.cleave.ordering.api.CustomerId;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "KnownCustomer")
class KnownCustomer {

    @AggregateIdentifier
    private @Nullable CustomerId id;

    KnownCustomer() {}

    /** Called by {@link CustomerDesk}, which knows whether there is such a customer. */
    void erase(CustomerId customer) {
        if (id == null) {
            apply(new CustomerErased(customer));
        }
    }

    @EventSourcingHandler
    void on(CustomerErased event) {
        id = event.customer();
    }
}
