package dev.cleave.architecture.law.everywhere.onehandlerpercommand.broken.orders.desk;

import dev.cleave.architecture.law.everywhere.onehandlerpercommand.broken.stock.api.LoseStock;
import org.axonframework.commandhandling.gateway.CommandGateway;

class Desk {

    void lose(String product, CommandGateway commands) {
        commands.send(new LoseStock(product));
    }
}
