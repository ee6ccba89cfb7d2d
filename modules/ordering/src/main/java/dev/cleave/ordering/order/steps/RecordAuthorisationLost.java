package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.OrderId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What was set aside for an order no longer is. */
public record RecordAuthorisationLost(@TargetAggregateIdentifier OrderId order, String detail) {}
