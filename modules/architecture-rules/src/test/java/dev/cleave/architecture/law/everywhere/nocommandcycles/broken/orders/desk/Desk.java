package dev.cleave.architecture.law.everywhere.nocommandcycles.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.everywhere.nocommandcycles.broken.orders.api.PlaceOrder;
import dev.cleave.architecture.law.everywhere.nocommandcycles.broken.stock.api.TakeStock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
class Desk {

    @CommandHandler
    void handle(PlaceOrder command) {}

    @Caught
    @EventHandler
    void on(String event, CommandGateway commands) {
        commands.send(new TakeStock(event));
    }
}
