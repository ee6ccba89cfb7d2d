package dev.cleave.architecture.law.everywhere.nocommandcycles.broken.stock.shelf;

import dev.cleave.architecture.law.everywhere.nocommandcycles.broken.orders.api.PlaceOrder;
import dev.cleave.architecture.law.everywhere.nocommandcycles.broken.stock.api.TakeStock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
class Shelf {

    @CommandHandler
    void handle(TakeStock command) {}

    @EventHandler
    void on(Integer event, CommandGateway commands) {
        commands.send(new PlaceOrder(event.toString()));
    }
}
