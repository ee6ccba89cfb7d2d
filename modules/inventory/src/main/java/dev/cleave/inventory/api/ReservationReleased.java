package dev.cleave.inventory.api;

import java.util.List;
import org.axonframework.serialization.Revision;

/** The reserved pieces are free again; no lines if nothing had been reserved. */
@Revision("1")
public record ReservationReleased(
        WarehouseId warehouse, ReservationId reservation, List<StockLine> lines, String reason) implements ReservationStep {}
