package dev.cleave.architecture.law.messages.internalmessagesstayinside.nearmiss.orders.desk;

import dev.cleave.architecture.law.messages.internalmessagesstayinside.nearmiss.stock.api.StockTaken;
import dev.cleave.architecture.law.messages.internalmessagesstayinside.nearmiss.stock.api.TakeStock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventHandler;

class Desk {

    private int sold;

    void open(CommandGateway commands) {
        commands.send(new TakeStock("pen"));
    }

    @EventHandler
    void on(StockTaken event) {
        sold += event.quantity();
    }
}
