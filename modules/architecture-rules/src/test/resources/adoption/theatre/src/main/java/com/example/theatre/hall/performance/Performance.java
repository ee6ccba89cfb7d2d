package com.example.theatre.hall.performance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.example.theatre.hall.api.SeatsTaken;
import com.example.theatre.hall.api.TakeSeats;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class Performance {

    @AggregateIdentifier
    private String performance;

    private int taken;

    Performance() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void take(TakeSeats command) {
        if (taken + command.seats() > 400) {
            throw new IllegalStateException("There are not that many seats left.");
        }
        apply(new SeatsTaken(command.performance(), command.seats()));
    }

    @EventSourcingHandler
    void on(SeatsTaken event) {
        performance = event.performance();
        taken += event.seats();
    }
}
