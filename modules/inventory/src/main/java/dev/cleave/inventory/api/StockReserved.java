package dev.cleave.inventory.api;

import java.util.List;
import org.axonframework.serialization.Revision;

/** All lines are reserved. */
@Revision("1")
public record StockReserved(WarehouseId warehouse, ReservationId reservation, List<StockLine> lines) implements ReservationStep {}
