package com.example.theatre.booking.api;

import java.time.Instant;
import org.axonframework.serialization.Revision;

@Revision("1")
public record SeatsBooked(String booking, String performance, int seats, Instant at) {}
