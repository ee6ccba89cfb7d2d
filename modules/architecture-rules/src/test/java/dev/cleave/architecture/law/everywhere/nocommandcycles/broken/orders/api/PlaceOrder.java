package dev.cleave.architecture.law.everywhere.nocommandcycles.broken.orders.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record PlaceOrder(@TargetAggregateIdentifier String order) {}
