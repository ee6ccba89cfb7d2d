package dev.cleave.ordering.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The order's shipment left. */
@Internal
public record RecordDispatch(@TargetAggregateIdentifier OrderId order, String carrier, String trackingNumber) {}
