package dev.cleave.shipping.api;

import org.axonframework.serialization.Revision;

/** A shipment left. */
@Revision("1")
public record ShipmentDispatched(ShipmentId shipment, String carrier, String trackingNumber) implements ShipmentStep {}
