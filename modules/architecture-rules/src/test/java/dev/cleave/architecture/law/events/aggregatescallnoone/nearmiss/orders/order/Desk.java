package dev.cleave.architecture.law.events.aggregatescallnoone.nearmiss.orders.order;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

@Component
class Desk {

    private final CommandGateway commands;

    Desk(CommandGateway commands) {
        this.commands = commands;
    }

    void order(String product) {
        commands.send(product);
    }
}
