package dev.cleave.architecture.law.everywhere.nocommandcycles.nearmiss.orders.desk;

import dev.cleave.architecture.law.everywhere.nocommandcycles.nearmiss.orders.api.PlaceOrder;
import dev.cleave.architecture.law.everywhere.nocommandcycles.nearmiss.stock.api.StockTaken;
import dev.cleave.architecture.law.everywhere.nocommandcycles.nearmiss.stock.api.TakeStock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
class Desk {

    @CommandHandler
    void handle(PlaceOrder command) {}

    @EventHandler
    void on(StockTaken event, CommandGateway commands) {
        commands.send(new TakeStock(event.product()));
        commands.send(new PlaceOrder(event.product()));
    }
}
