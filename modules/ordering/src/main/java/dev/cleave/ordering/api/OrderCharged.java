package dev.cleave.ordering.api;

import dev.cleave.platform.message.ProcessStep;
import org.axonframework.serialization.Revision;

/** An order's payment is captured; its shipment may leave. */
@Revision("1")
public record OrderCharged(OrderId order) implements ProcessStep {

    @Override
    public String processId() {
        return order.value();
    }
}
