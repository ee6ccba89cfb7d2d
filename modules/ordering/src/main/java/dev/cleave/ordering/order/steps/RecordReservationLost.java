package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.OrderId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's reservation is gone, though nobody here gave it up. */
public record RecordReservationLost(@TargetAggregateIdentifier OrderId order) {}
