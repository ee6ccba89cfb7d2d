package dev.cleave.inventory.api;

import dev.cleave.platform.message.ProcessStep;

/** An event in the life of a reservation. */
public interface ReservationStep extends ProcessStep {

    ReservationId reservation();

    @Override
    default String processId() {
        return reservation().value();
    }
}
