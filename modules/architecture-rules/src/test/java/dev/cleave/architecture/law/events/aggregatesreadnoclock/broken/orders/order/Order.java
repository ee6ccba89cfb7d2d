package dev.cleave.architecture.law.events.aggregatesreadnoclock.broken.orders.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.events.aggregatesreadnoclock.broken.orders.api.OrderPlaced;
import dev.cleave.architecture.law.events.aggregatesreadnoclock.broken.orders.api.PlaceOrder;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class Order {

    private static final Object LATEST = new Object();

    private final Numbers numbers = new Yearly();

    @Caught
    @CommandHandler
    void place(PlaceOrder command) {
        apply(new OrderPlaced(command.order(), Instant.now()));
    }

    @Caught
    @CommandHandler
    void number(String command) {
        apply(List.of(command, numbers.next()));
    }

    @Caught
    Supplier<UUID> draws() {
        return () -> UUID.randomUUID();
    }

    @Caught
    Supplier<Instant> asksLater() {
        return Instant::now;
    }

    @Caught
    private Object asksOldStyle() {
        return new Date();
    }
}
