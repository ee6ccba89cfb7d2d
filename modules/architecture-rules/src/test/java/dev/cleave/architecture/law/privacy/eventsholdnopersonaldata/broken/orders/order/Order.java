package dev.cleave.architecture.law.privacy.eventsholdnopersonaldata.broken.orders.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.cleave.architecture.law.privacy.eventsholdnopersonaldata.broken.orders.api.OrderPlaced;
import dev.cleave.architecture.law.privacy.eventsholdnopersonaldata.broken.orders.api.PlaceOrder;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class Order {

    @AggregateIdentifier
    private String id = "";

    @CommandHandler
    void handle(PlaceOrder command) {
        apply(new OrderPlaced(command.order(), List.of(), command.email()));
    }

    @EventSourcingHandler
    void on(OrderPlaced event) {
        id = event.order();
    }
}
