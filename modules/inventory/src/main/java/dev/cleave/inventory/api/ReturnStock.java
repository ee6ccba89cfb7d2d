package dev.cleave.inventory.api;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Puts pieces back that came home. A step of a process: never refused, but answered once per reservation and reference by
 * {@link StockReturned}. That no more comes home than was shipped is for the sender to see to.
 *
 * @param reference what this return is known by, no personal data
 * @param lines at least one; lines that name a product twice are added up
 */
public record ReturnStock(
        @TargetAggregateIdentifier WarehouseId warehouse,
        ReservationId reservation,
        String reference,
        List<StockLine> lines) {

    /** @throws IllegalArgumentException if there is no line */
    public ReturnStock {
        lines = StockLine.merged(lines);
    }
}
