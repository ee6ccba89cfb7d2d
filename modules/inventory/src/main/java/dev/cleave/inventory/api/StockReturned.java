package dev.cleave.inventory.api;

import java.util.List;
import org.axonframework.serialization.Revision;

/** Pieces came home. */
@Revision("1")
public record StockReturned(
        WarehouseId warehouse, ReservationId reservation, String reference, List<StockLine> lines) implements ReservationStep {}
