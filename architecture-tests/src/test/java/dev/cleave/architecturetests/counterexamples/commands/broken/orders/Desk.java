package dev.cleave.architecturetests.counterexamples.commands.broken.orders;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;

class Desk {

    Object place(String command, CommandGateway commands) {
        return commands.sendAndWait(command);
    }

    void ship(String command, CommandBus commands) {
        commands.dispatch(GenericCommandMessage.asCommandMessage(command));
    }
}
