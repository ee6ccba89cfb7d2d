package dev.cleave.inventory.api;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Reserves all lines or none, in one decision. Always answered by an event. */
public record ReserveStock(@TargetAggregateIdentifier WarehouseId warehouse, ReservationId reservation, List<StockLine> lines) {}
