package com.example.theatre.booking.seats;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.example.theatre.booking.api.BookSeats;
import com.example.theatre.booking.api.SeatsBooked;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class Booking {

    @AggregateIdentifier
    private String booking;

    Booking() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void book(BookSeats command) {
        apply(new SeatsBooked(command.booking(), command.performance(), command.seats(), Instant.now()));
    }

    @EventSourcingHandler
    void on(SeatsBooked event) {
        booking = event.booking();
    }
}
