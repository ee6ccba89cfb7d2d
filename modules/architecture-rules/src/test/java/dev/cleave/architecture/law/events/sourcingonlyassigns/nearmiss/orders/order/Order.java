package dev.cleave.architecture.law.events.sourcingonlyassigns.nearmiss.orders.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class Order {

    private final List<Length> lengths = new ArrayList<>();
    private State state = State.OPEN;

    private enum State {
        OPEN,
        SHUT
    }

    @CommandHandler
    void name(String command) {
        if (command.isEmpty()) {
            throw new CommandExecutionException("No name", null);
        }
        apply(command);
    }

    @EventSourcingHandler
    void on(String event) {
        state = switch (state) {
            case OPEN -> State.SHUT;
            case SHUT -> State.OPEN;
        };
        lengths.add(new Length(event.length()));
    }

    @EventSourcingHandler
    void on(Integer event) {
        markDeleted();
    }
}
