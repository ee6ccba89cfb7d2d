package dev.cleave.architecture.law.events.aggregatesreadnoclock.nearmiss.orders.order;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.cleave.architecture.law.events.aggregatesreadnoclock.nearmiss.orders.api.OrderPlaced;
import dev.cleave.architecture.law.events.aggregatesreadnoclock.nearmiss.orders.api.PlaceOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class Order {

    private Instant placedAt = Instant.EPOCH;

    @CommandHandler
    void place(PlaceOrder command, @Timestamp Instant at, @MetaDataValue("user") Object user) {
        if (Duration.between(placedAt, at).isPositive()) {
            apply(
                    new OrderPlaced(UUID.fromString(command.order()), new Date(at.toEpochMilli()).toInstant()),
                    MetaData.with("user", user.toString()));
        }
    }

    @EventSourcingHandler
    void on(OrderPlaced event, @Timestamp Instant at) {
        placedAt = at.plusSeconds(1);
    }
}
