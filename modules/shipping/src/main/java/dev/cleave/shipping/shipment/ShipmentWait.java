package dev.cleave.shipping.shipment;

import dev.cleave.platform.waiting.Wait;
import dev.cleave.shipping.ShippingProperties;
import dev.cleave.shipping.api.ShipmentId;
import dev.cleave.shipping.shipment.steps.AssumeDelivery;
import java.time.Duration;

/** What shipments wait for. */
enum ShipmentWait implements Wait {

    /** Until somebody reports it. */
    DELIVERY("delivery");

    private final String kind;

    ShipmentWait(String kind) {
        this.kind = kind;
    }

    Duration length(ShippingProperties properties) {
        return properties.deliveryWait();
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Object command(String subject) {
        return new AssumeDelivery(new ShipmentId(subject));
    }
}
