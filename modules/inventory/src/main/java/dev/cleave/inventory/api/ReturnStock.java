package dev.cleave.inventory.api;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Puts pieces back that came home; the same reference counts once. */
public record ReturnStock(@TargetAggregateIdentifier WarehouseId warehouse, ReservationId reservation, String reference, List<StockLine> lines) {}
