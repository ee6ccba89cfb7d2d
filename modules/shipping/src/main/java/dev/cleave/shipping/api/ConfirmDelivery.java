package dev.cleave.shipping.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The shipment arrived. Refused with {@link ShippingFailure#SHIPMENT_UNKNOWN}, {@link ShippingFailure#SHIPMENT_CANCELLED} and
 * {@link ShippingFailure#SHIPMENT_NOT_DISPATCHED}.
 */
public record ConfirmDelivery(@TargetAggregateIdentifier ShipmentId shipment) {}
