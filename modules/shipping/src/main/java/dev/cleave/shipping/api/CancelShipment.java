package dev.cleave.shipping.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Stops a shipment that has not been asked to leave. Always answered by an event. */
public record CancelShipment(@TargetAggregateIdentifier ShipmentId shipment, String reason) {}
