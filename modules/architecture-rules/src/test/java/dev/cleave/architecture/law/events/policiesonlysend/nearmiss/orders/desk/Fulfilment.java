package dev.cleave.architecture.law.events.policiesonlysend.nearmiss.orders.desk;

import dev.cleave.architecture.law.words.Policy;
import java.net.URI;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventHandler;

@Policy("fulfilment")
class Fulfilment {

    private final CommandGateway commands;
    private final Notes notes;

    Fulfilment(CommandGateway commands, Notes notes) {
        this.commands = commands;
        this.notes = notes;
    }

    @EventHandler
    void on(URI event) {
        if (notes.taken(event.getPath())) {
            commands.send(event.getPath());
        }
    }
}
