package dev.cleave.inventory.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes reserved pieces out of the warehouse. A step of a process: never refused, but answered once by
 * {@link ReservationShipped}, without lines if nothing was reserved.
 */
public record ShipReservation(@TargetAggregateIdentifier WarehouseId warehouse, ReservationId reservation) {}
