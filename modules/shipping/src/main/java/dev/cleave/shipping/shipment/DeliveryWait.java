package dev.cleave.shipping.shipment;

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

    static final String KIND = "delivery";

    private final Waits waits;
    private final ShippingProperties properties;

    DeliveryWait(Waits waits, ShippingProperties properties) {
        this.waits = waits;
        this.properties = properties;
    }

    @EventHandler
    void on(ShipmentDispatched event, @Timestamp Instant at) {
        waits.open(KIND, event.shipment().value(), at.plus(properties.deliveryWait()));
    }

    @EventHandler
    void on(ShipmentDelivered event) {
        waits.close(KIND, event.shipment().value());
    }

    @ResetHandler
    void reset() {
        waits.forget(KIND);
    }
}
