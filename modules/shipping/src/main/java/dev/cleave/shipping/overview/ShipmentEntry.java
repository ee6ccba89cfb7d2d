package dev.cleave.shipping.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cleave.catalog.api.Sku;
import dev.cleave.shipping.api.Address;
import dev.cleave.shipping.api.ShipmentId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shipment as it is shown; the address only with a single shipment, and only as long as its recipient is not erased. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShipmentEntry(
        @Schema(example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e") ShipmentId orderId,
        @Schema(implementation = Status.class, example = "dispatched") String status,
        @Schema(example = "Example Post") @Nullable String carrier,
        @Schema(example = "EX-536365") @Nullable String trackingNumber,
        List<Piece> parcels,
        @Schema(
                example = "{\"name\": \"Ada Example\", \"street\": \"1 Example Street\", \"city\": \"London\","
                        + " \"postcode\": \"EC1A 1AA\", \"country\": \"GB\"}") @Nullable Address address,
        List<Happening> history) {

    /** Pieces of a product in it. */
    public record Piece(@Schema(example = "85123A") Sku sku, @Schema(example = "6") int quantity) {}

    /** What happened to it, and when. */
    public record Happening(Instant at, @Schema(example = "dispatched") String what) {}

    ShipmentEntry to(@Nullable Address address) {
        return new ShipmentEntry(orderId, status, carrier, trackingNumber, parcels, address, history);
    }
}
