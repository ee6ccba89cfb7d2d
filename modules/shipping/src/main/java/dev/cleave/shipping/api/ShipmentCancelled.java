package dev.cleave.shipping.api;

import org.axonframework.serialization.Revision;

/** A shipment will never leave. */
@Revision("1")
public record ShipmentCancelled(ShipmentId shipment, String reason) implements ShipmentStep {}
