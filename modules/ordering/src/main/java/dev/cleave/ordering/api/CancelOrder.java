package dev.cleave.ordering.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks for an order's cancellation. The reason is the customer's own words and never enters an event. */
public record CancelOrder(@TargetAggregateIdentifier OrderId order, String reason) {}
