package dev.cleave.shipping.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Nobody reported the delivery in time. */
@Internal
public record AssumeDelivery(@TargetAggregateIdentifier ShipmentId shipment) {}
