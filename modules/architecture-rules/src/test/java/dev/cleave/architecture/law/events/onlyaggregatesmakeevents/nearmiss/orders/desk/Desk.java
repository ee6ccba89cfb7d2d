package dev.cleave.architecture.law.events.onlyaggregatesmakeevents.nearmiss.orders.desk;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

@AggregateRoot
class Desk {

    @CommandHandler
    void handle(String command) {
        AggregateLifecycle.apply(command);
    }

    Runnable listen(EventBus events) {
        return events.subscribe(batch -> {})::cancel;
    }
}
