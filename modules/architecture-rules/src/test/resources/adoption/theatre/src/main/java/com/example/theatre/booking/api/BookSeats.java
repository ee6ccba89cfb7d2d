package com.example.theatre.booking.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record BookSeats(@TargetAggregateIdentifier String booking, String performance, int seats) {}
