package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's stock was not reserved. */
@Internal
public record RefuseReservation(@TargetAggregateIdentifier OrderId order, RejectionReason reason, String detail) {}
