package dev.cleave.shipping.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The warehouse wants to hand a shipment to a carrier; it leaves once it is paid for. */
public record RequestDispatch(@TargetAggregateIdentifier ShipmentId shipment, String carrier, String trackingNumber) {}
