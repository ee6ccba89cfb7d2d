package dev.cleave.architecture.code.till.desk.slip;

import dev.cleave.architecture.code.till.desk.api.TillClosed;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("closings")
class Closings {

    private final CommandGateway commands;

    Closings(CommandGateway commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(TillClosed event) {
        if (event.more()) {
            Slips.both(event.till()).forEach(commands::send);
        } else {
            commands.send(Slips.slip(event.till(), false));
        }
    }
}
