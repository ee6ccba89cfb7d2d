package dev.cleave.shipping.api;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Prepares an order's shipment. Taken calmly when repeated, and when the shipment was cancelled before it was prepared: then
 * {@link ShipmentCancelled} has been the answer already and it stays cancelled.
 *
 * <p>The address is kept in shipping's own store for as long as the recipient is not erased; the event that follows is without
 * it.
 */
public record PrepareShipment(
        @TargetAggregateIdentifier ShipmentId shipment, RecipientId recipient, Address address, List<Parcel> parcels) {

    public PrepareShipment {
        parcels = List.copyOf(parcels);
    }
}
