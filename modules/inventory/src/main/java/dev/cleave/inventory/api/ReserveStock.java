package dev.cleave.inventory.api;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Reserves all lines or none, in one decision. A step of a process: never refused, but answered by {@link StockReserved} or
 * {@link ReservationRefused}; a reservation that has been answered is not answered again, whatever became of it.
 *
 * @param lines at least one; lines that name a product twice are added up
 */
public record ReserveStock(
        @TargetAggregateIdentifier WarehouseId warehouse, ReservationId reservation, List<StockLine> lines) {

    /** @throws IllegalArgumentException if there is no line */
    public ReserveStock {
        lines = StockLine.merged(lines);
    }
}
