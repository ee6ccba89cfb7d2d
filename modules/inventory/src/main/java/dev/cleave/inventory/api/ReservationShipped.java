package dev.cleave.inventory.api;

import java.util.List;
import org.axonframework.serialization.Revision;

/** The reserved pieces left the warehouse; no lines if nothing had been reserved. */
@Revision("1")
public record ReservationShipped(
        WarehouseId warehouse, ReservationId reservation, List<StockLine> lines) implements ReservationStep {}
