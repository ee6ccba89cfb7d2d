package com.example.theatre.booking.seats;

import com.example.theatre.booking.api.SeatsBooked;
import com.example.theatre.hall.api.TakeSeats;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
@ProcessingGroup("booking.seats")
class SeatsForBookings {

    private final CommandGateway commands;

    SeatsForBookings(CommandGateway commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(SeatsBooked event) {
        commands.sendAndWait(new TakeSeats(event.performance(), event.seats()));
    }
}
