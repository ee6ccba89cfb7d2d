package dev.cleave.shipping.shipment;

import dev.cleave.platform.waiting.WaitRunOut;
import dev.cleave.shipping.api.AssumeDelivery;
import dev.cleave.shipping.api.ShipmentId;
import org.springframework.stereotype.Component;

@Component
class DeliveryNotReported implements WaitRunOut {

    @Override
    public String kind() {
        return DeliveryWait.KIND;
    }

    @Override
    public Object command(String subject) {
        return new AssumeDelivery(new ShipmentId(subject));
    }
}
