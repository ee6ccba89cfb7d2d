package dev.cleave.shipping.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Stops a shipment, and decides between cancelling and dispatching. Always answered by an event: {@link ShipmentCancelled} as
 * long as nobody has asked for its dispatch, also before it is prepared, and {@link CancellationRefused} from then on. Of a
 * shipment that is cancelled already the first {@code ShipmentCancelled} stays the only one.
 */
public record CancelShipment(@TargetAggregateIdentifier ShipmentId shipment, String reason) {}
