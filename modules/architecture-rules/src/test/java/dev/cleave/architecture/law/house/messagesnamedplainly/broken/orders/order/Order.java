package dev.cleave.architecture.law.house.messagesnamedplainly.broken.orders.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.cleave.architecture.law.house.messagesnamedplainly.broken.orders.api.OrderPlacedEvent;
import dev.cleave.architecture.law.house.messagesnamedplainly.broken.orders.api.PlaceOrderCommand;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class Order {

    @CommandHandler
    void handle(PlaceOrderCommand command) {
        apply(new OrderPlacedEvent(command.order()));
    }

    @EventSourcingHandler
    void on(OrderPlacedEvent event) {}
}
