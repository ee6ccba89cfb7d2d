package dev.cleave.inventory.api;

import dev.cleave.platform.message.ProcessStep;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Nothing was reserved. */
@Revision("1")
public record ReservationRefused(WarehouseId warehouse, ReservationId reservation, String reason, List<Shortage> shortages) implements ProcessStep {

    @Override
    public String processId() {
        return reservation.value();
    }
}
