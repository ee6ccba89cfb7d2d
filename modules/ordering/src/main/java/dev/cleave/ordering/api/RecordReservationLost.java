package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's reservation is gone, though nobody here gave it up. */
@Internal
public record RecordReservationLost(@TargetAggregateIdentifier OrderId order) {}
