package dev.cleave.shipping.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cleave.shipping.api.Address;
import dev.cleave.shipping.api.Parcel;
import dev.cleave.shipping.api.ShipmentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shipment as it is shown; the address only with a single shipment, and only as long as its recipient is not erased. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShipmentEntry(
        ShipmentId orderId,
        String status,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        List<Parcel> parcels,
        @Nullable Address address,
        List<Happening> history) {

    record Happening(Instant at, String what) {}

    ShipmentEntry to(@Nullable Address address) {
        return new ShipmentEntry(orderId, status, carrier, trackingNumber, parcels, address, history);
    }
}
