package dev.cleave.architecture.counterexamples.nocommandcycles.broken.orders.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record PlaceOrder(@TargetAggregateIdentifier String order) {}
