package com.example.theatre.hall.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record TakeSeats(@TargetAggregateIdentifier String performance, int seats) {}
