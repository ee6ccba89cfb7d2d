package dev.cleave.shipping.api;

import dev.cleave.platform.message.ProcessStep;
import org.axonframework.serialization.Revision;

/** A shipment is to leave once it is paid for; it can't be cancelled any more by the customer. */
@Revision("1")
public record DispatchRequested(ShipmentId shipment, String carrier, String trackingNumber) implements ProcessStep {

    @Override
    public String processId() {
        return shipment.value();
    }
}
