package dev.cleave.architecture.law.events.policiesonlysend.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.words.Policy;
import java.io.IOException;
import java.net.URI;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.gateway.EventGateway;

@Policy("fulfilment")
class Fulfilment {

    private final CommandGateway commands;
    private final EventGateway events;
    private final Notes notes;

    Fulfilment(CommandGateway commands, EventGateway events, Notes notes) {
        this.commands = commands;
        this.events = events;
        this.notes = notes;
    }

    @Caught
    @EventHandler
    void on(String event) {
        commands.send(event.length());
        notes.take(event);
    }

    @Caught
    @EventHandler
    void publishes(Integer event) {
        events.publish(event);
    }

    @Caught
    @EventHandler
    void reads(URI event) throws IOException {
        event.toURL().openStream().close();
    }
}
