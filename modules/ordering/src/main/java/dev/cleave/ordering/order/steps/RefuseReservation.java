package dev.cleave.ordering.order.steps;

import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.RejectionReason;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's stock was not reserved. */
public record RefuseReservation(@TargetAggregateIdentifier OrderId order, RejectionReason reason, String detail) {}
