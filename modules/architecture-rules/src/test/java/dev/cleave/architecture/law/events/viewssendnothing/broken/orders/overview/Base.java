package dev.cleave.architecture.law.events.viewssendnothing.broken.orders.overview;

import dev.cleave.architecture.law.Caught;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventHandler;

abstract class Base {

    @Caught
    @EventHandler
    void on(Long event, CommandGateway commands) {
        commands.send(event);
    }
}
