package dev.cleave.shipping.api;

import org.axonframework.serialization.Revision;

/**
 * A shipment arrived.
 *
 * @param assumed whether nobody reported it and the wait for a report ended
 */
@Revision("1")
public record ShipmentDelivered(ShipmentId shipment, boolean assumed) implements ShipmentStep {}
