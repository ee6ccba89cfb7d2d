package dev.cleave.architecture.law.events.viewssendnothing.broken.orders.overview;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.words.View;
import java.util.function.Consumer;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventHandler;

@View("overview")
class Overview {

    private final Consumer<String> told;

    Overview(CommandGateway commands) {
        this.told = commands::send;
    }

    @EventHandler
    void on(Integer event) {
        told.accept("nothing that byte code shows");
    }

    @Caught
    @EventHandler
    void on(String event, CommandGateway commands) {
        event.lines().forEach(line -> tell(line, commands));
    }

    private static void tell(String line, CommandGateway commands) {
        commands.send(line);
    }
}
