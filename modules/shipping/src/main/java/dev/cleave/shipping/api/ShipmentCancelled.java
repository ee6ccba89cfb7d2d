package dev.cleave.shipping.api;

import dev.cleave.platform.message.ProcessStep;
import org.axonframework.serialization.Revision;

/** A shipment will never leave. */
@Revision("1")
public record ShipmentCancelled(ShipmentId shipment, String reason) implements ProcessStep {

    @Override
    public String processId() {
        return shipment.value();
    }
}
