package dev.cleave.architecture.code.till.desk.slip;

import dev.cleave.architecture.code.till.desk.api.TillOpened;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("openings")
class Openings {

    private final CommandGateway commands;

    Openings(CommandGateway commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(TillOpened event) {
        Slips.both(event.till()).forEach(commands::send);
    }
}
