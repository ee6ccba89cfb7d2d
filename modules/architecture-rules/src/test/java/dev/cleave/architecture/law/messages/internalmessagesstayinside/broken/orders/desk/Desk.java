package dev.cleave.architecture.law.messages.internalmessagesstayinside.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.messages.internalmessagesstayinside.broken.stock.api.CountStock;
import dev.cleave.architecture.law.messages.internalmessagesstayinside.broken.stock.api.StockCounted;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventHandler;

class Desk {

    private int sold;

    @Caught
    void open(CommandGateway commands) {
        commands.send(new CountStock("pen"));
    }

    @Caught
    @EventHandler
    void on(StockCounted event) {
        sold += event.quantity();
    }
}
