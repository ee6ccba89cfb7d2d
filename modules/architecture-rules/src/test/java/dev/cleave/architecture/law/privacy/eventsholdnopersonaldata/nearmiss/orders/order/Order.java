package dev.cleave.architecture.law.privacy.eventsholdnopersonaldata.nearmiss.orders.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.cleave.architecture.law.privacy.eventsholdnopersonaldata.nearmiss.orders.api.OrderPlaced;
import dev.cleave.architecture.law.privacy.eventsholdnopersonaldata.nearmiss.orders.api.PlaceOrder;
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
        apply(new OrderPlaced(command.order(), new OrderPlaced.CustomerId(command.order()), List.of()));
    }

    @EventSourcingHandler
    void on(OrderPlaced event) {
        id = event.order();
    }
}
