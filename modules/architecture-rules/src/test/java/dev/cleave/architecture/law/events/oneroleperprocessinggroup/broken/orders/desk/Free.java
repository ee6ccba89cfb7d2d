package dev.cleave.architecture.law.events.oneroleperprocessinggroup.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

@Caught
@ProcessingGroup("free")
class Free {

    @EventHandler
    void on(String event, CommandGateway commands) {
        commands.send(event);
    }
}
