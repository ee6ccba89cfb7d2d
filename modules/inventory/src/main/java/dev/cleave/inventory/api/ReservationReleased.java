package dev.cleave.inventory.api;

import dev.cleave.platform.message.ProcessStep;
import java.util.List;
import org.axonframework.serialization.Revision;

/** The reserved pieces are free again; no lines if nothing had been reserved. */
@Revision("1")
public record ReservationReleased(
        WarehouseId warehouse, ReservationId reservation, List<StockLine> lines, String reason) implements ProcessStep {

    @Override
    public String processId() {
        return reservation.value();
    }
}
