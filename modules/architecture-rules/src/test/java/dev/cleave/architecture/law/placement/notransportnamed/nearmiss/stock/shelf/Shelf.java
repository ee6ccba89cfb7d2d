package dev.cleave.architecture.law.placement.notransportnamed.nearmiss.stock.shelf;

import org.axonframework.commandhandling.gateway.CommandGateway;

class Shelf {

    private CommandGateway commands;

    void empty() {
        commands.send("io.axoniq");
    }
}
