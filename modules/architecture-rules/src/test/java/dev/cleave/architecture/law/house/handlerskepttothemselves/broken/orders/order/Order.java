package dev.cleave.architecture.law.house.handlerskepttothemselves.broken.orders.order;

import dev.cleave.architecture.law.Caught;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class Order {

    @Caught
    @CommandHandler
    public void place(String command) {}

    @Caught
    @EventSourcingHandler
    public void on(String event) {}

    @EventSourcingHandler
    void changes(Integer event) {}
}
