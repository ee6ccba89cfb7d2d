package dev.cleave.shipping.api;

import org.axonframework.serialization.Revision;

/** A shipment could not be cancelled: it is leaving or has left. */
@Revision("1")
public record CancellationRefused(ShipmentId shipment, String reason) implements ShipmentStep {}
