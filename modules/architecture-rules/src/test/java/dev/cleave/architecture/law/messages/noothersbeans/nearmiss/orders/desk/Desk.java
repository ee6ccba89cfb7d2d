package dev.cleave.architecture.law.messages.noothersbeans.nearmiss.orders.desk;

import dev.cleave.architecture.law.messages.noothersbeans.nearmiss.stock.api.TakeStock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

@Component
class Desk {

    private final Levels levels;
    private final CommandGateway commands;

    Desk(Levels levels, CommandGateway commands) {
        this.levels = levels;
        this.commands = commands;
    }

    void sell(TakeStock command) {
        if (levels.taken() < 10) {
            commands.send(command);
        }
    }
}
