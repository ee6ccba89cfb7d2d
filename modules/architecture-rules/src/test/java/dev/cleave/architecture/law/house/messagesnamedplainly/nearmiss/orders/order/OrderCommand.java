package dev.cleave.architecture.law.house.messagesnamedplainly.nearmiss.orders.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.cleave.architecture.law.house.messagesnamedplainly.nearmiss.orders.api.EventRecorded;
import dev.cleave.architecture.law.house.messagesnamedplainly.nearmiss.orders.api.RecordEvents;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class OrderCommand {

    @CommandHandler
    void handle(RecordEvents command) {
        apply(new EventRecorded(command.order()));
    }

    @EventSourcingHandler
    void on(EventRecorded event) {}
}
