package dev.cleave.shipping.api;

import java.util.List;
import org.axonframework.serialization.Revision;

/** A shipment waits to be dispatched. */
@Revision("1")
public record ShipmentPrepared(ShipmentId shipment, RecipientId recipient, List<Parcel> parcels) implements ShipmentStep {

    public ShipmentPrepared {
        parcels = List.copyOf(parcels);
    }
}
