package dev.cleave.ordering.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks for an order's cancellation. */
public record CancelOrder(@TargetAggregateIdentifier OrderId order, String reason) {}
