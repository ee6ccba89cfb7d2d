package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.OrderId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's stock is reserved. */
public record ConfirmReservation(@TargetAggregateIdentifier OrderId order) {}
