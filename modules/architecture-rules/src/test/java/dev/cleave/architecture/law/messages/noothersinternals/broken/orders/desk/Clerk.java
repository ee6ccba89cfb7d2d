package dev.cleave.architecture.law.messages.noothersinternals.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.messages.noothersinternals.broken.stock.shelf.steps.CountStock;
import dev.cleave.architecture.law.messages.noothersinternals.broken.stock.shelf.steps.StockCounted;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventHandler;

class Clerk {

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
