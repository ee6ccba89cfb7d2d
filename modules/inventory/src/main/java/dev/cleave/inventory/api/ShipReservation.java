package dev.cleave.inventory.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes reserved pieces out of the warehouse. */
public record ShipReservation(@TargetAggregateIdentifier WarehouseId warehouse, ReservationId reservation) {}
