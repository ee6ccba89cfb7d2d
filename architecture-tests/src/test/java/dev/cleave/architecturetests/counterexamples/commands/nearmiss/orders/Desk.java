package dev.cleave.architecturetests.counterexamples.commands.nearmiss.orders;

import dev.cleave.platform.messaging.Commands;
import org.axonframework.commandhandling.CommandBus;

class Desk {

    void place(String command, Commands commands) {
        commands.tell(command);
    }

    Runnable listen(CommandBus commands) {
        return commands.registerDispatchInterceptor(messages -> (place, message) -> message)::cancel;
    }
}
