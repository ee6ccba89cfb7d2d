package dev.cleave.shipping.api;

import dev.cleave.platform.message.ProcessStep;

/** An event in the life of a shipment. */
public interface ShipmentStep extends ProcessStep {

    ShipmentId shipment();

    @Override
    default String processId() {
        return shipment().value();
    }
}
