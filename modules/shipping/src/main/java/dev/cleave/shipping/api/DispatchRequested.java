package dev.cleave.shipping.api;

import org.axonframework.serialization.Revision;

/** A shipment is to leave once it is paid for; it can't be cancelled any more by the customer. */
@Revision("1")
public record DispatchRequested(ShipmentId shipment, String carrier, String trackingNumber) implements ShipmentStep {}
