package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's shipment will never leave. */
@Internal
public record RecordShipmentCancelled(@TargetAggregateIdentifier OrderId order, CancellationReason reason) {}
