package dev.cleave.shipping.shipment;

import static dev.cleave.shipping.shipment.ShipmentWait.DELIVERY;

import dev.cleave.platform.messaging.View;
import dev.cleave.platform.waiting.Waits;
import dev.cleave.shipping.ShippingProperties;
import dev.cleave.shipping.api.ShipmentDelivered;
import dev.cleave.shipping.api.ShipmentDispatched;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;

@View("waits")
class DeliveryWait {

    private final Waits<ShipmentWait> waits;
    private final ShippingProperties properties;

    DeliveryWait(Waits<ShipmentWait> waits, ShippingProperties properties) {
        this.waits = waits;
        this.properties = properties;
    }

    @EventHandler
    void on(ShipmentDispatched event, @Timestamp Instant at) {
        waits.open(DELIVERY, event.shipment().value(), at.plus(DELIVERY.length(properties)));
    }

    @EventHandler
    void on(ShipmentDelivered event) {
        waits.close(DELIVERY, event.shipment().value());
    }

    @ResetHandler
    void reset() {
        waits.forget();
    }
}
