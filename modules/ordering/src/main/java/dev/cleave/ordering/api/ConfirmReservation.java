package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's stock is reserved. */
@Internal
public record ConfirmReservation(@TargetAggregateIdentifier OrderId order) {}
