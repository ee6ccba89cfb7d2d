package dev.cleave.architecture.law.events.viewssendnothing.nearmiss.orders.overview;

import dev.cleave.architecture.law.words.View;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventHandler;

@View("overview")
class Overview {

    private final List<String> lines = new ArrayList<>();

    @EventHandler
    void on(String event) {
        event.lines().forEach(lines::add);
    }

    void send(CommandGateway commands) {
        lines.forEach(commands::send);
    }
}
