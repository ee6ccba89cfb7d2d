package dev.cleave.architecture.law.events.sourcingonlyassigns.broken.orders.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.cleave.architecture.law.Caught;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class Order {

    private String name = "";

    @Caught
    @EventSourcingHandler
    void on(String event) {
        name = event;
        apply(event.length());
    }

    @Caught
    @EventSourcingHandler
    void checks(Integer event) {
        Checks.length(name, event);
    }

    @Caught
    @EventSourcingHandler
    void when(Long event) {
        set(event);
    }

    @Caught
    @EventSourcingHandler
    void asks(List<String> event, CommandGateway commands) {
        commands.sendAndWait(event);
    }

    private void set(long length) {
        if (length < 0) {
            throw new IllegalArgumentException("Too short");
        }
    }
}
