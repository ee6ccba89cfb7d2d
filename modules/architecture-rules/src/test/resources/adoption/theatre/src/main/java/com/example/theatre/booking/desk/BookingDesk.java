package com.example.theatre.booking.desk;

import com.example.theatre.booking.api.BookSeats;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BookingDesk {

    private final CommandGateway commands;

    BookingDesk(CommandGateway commands) {
        this.commands = commands;
    }

    @PutMapping("/bookings/{booking}")
    void book(@PathVariable String booking, @RequestParam String performance, @RequestParam int seats) {
        commands.sendAndWait(new BookSeats(booking, performance, seats));
    }
}
