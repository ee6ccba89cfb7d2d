package dev.cleave.architecture.counterexamples.oneroleperprocessinggroup.broken.orders.desk;

import dev.cleave.architecture.counterexamples.Caught;
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
