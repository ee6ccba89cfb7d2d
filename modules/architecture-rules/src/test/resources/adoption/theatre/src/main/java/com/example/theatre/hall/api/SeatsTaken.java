package com.example.theatre.hall.api;

import org.axonframework.serialization.Revision;

@Revision("1")
public record SeatsTaken(String performance, int seats) {}
