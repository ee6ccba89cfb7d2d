package dev.cleave.inventory.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Gives reserved pieces back, or forbids a reservation that has not been asked for yet. */
public record ReleaseReservation(@TargetAggregateIdentifier WarehouseId warehouse, ReservationId reservation, String reason) {}
