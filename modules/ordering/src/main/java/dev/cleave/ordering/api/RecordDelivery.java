package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's shipment arrived, or is assumed to have. */
@Internal
public record RecordDelivery(@TargetAggregateIdentifier OrderId order, boolean assumed) {}
