package dev.cleave.ordering.customer;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.cleave.ordering.api.CustomerErased;
import dev.cleave.ordering.api.CustomerId;
import dev.cleave.ordering.api.EraseCustomer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate
class KnownCustomer {

    @AggregateIdentifier
    private @Nullable CustomerId id;

    KnownCustomer() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(EraseCustomer command) {
        if (id == null) {
            apply(new CustomerErased(command.customer()));
        }
    }

    @EventSourcingHandler
    void on(CustomerErased event) {
        id = event.customer();
    }
}
