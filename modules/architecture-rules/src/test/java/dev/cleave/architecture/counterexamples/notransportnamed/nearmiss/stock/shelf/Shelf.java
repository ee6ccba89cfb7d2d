package dev.cleave.architecture.counterexamples.notransportnamed.nearmiss.stock.shelf;

import org.axonframework.commandhandling.gateway.CommandGateway;

class Shelf {

    private CommandGateway commands;

    void empty() {
        commands.send("io.axoniq");
    }
}
