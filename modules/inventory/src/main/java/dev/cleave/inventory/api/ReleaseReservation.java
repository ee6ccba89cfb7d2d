package dev.cleave.inventory.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Gives reserved pieces back, or forbids a reservation that has not been asked for yet. A step of a process: never refused, but
 * answered once by {@link ReservationReleased}, without lines if there was nothing to give back.
 *
 * @param reason in a word or two, no personal data
 */
public record ReleaseReservation(
        @TargetAggregateIdentifier WarehouseId warehouse, ReservationId reservation, String reason) {}
