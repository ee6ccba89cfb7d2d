package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Nobody reserved or refused the order's stock in time. */
@Internal
public record GiveUpReservation(@TargetAggregateIdentifier OrderId order) {}
