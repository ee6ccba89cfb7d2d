package dev.cleave.shipping.api;

import dev.cleave.platform.message.ProcessStep;
import org.axonframework.serialization.Revision;

/** A shipment left. */
@Revision("1")
public record ShipmentDispatched(ShipmentId shipment, String carrier, String trackingNumber) implements ProcessStep {

    @Override
    public String processId() {
        return shipment.value();
    }
}
