package dev.cleave.inventory.api;

import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Nothing was reserved, and nothing will be under this reservation.
 *
 * @param reason {@link #OUT_OF_STOCK} or {@link #RELEASED_BEFORE}
 * @param shortages the products of which too few pieces are free; none if it was released before
 */
@Revision("1")
public record ReservationRefused(
        WarehouseId warehouse, ReservationId reservation, String reason, List<Shortage> shortages) implements ReservationStep {

    /** Of some products too few pieces are free. */
    public static final String OUT_OF_STOCK = "out-of-stock";

    /** The reservation had been released, or shipped empty, before it was asked for. */
    public static final String RELEASED_BEFORE = "released-before";
}
