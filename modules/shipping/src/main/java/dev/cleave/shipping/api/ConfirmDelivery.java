package dev.cleave.shipping.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The shipment arrived. */
public record ConfirmDelivery(@TargetAggregateIdentifier ShipmentId shipment) {}
