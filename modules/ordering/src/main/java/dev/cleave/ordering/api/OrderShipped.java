package dev.cleave.ordering.api;

import dev.cleave.platform.message.ProcessStep;
import org.axonframework.serialization.Revision;

/** An order left; its payment is captured. */
@Revision("1")
public record OrderShipped(OrderId order, String carrier, String trackingNumber) implements ProcessStep {

    @Override
    public String processId() {
        return order.value();
    }
}
