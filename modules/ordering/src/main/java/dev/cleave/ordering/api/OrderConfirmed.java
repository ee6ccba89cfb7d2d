package dev.cleave.ordering.api;

import dev.cleave.platform.message.ProcessStep;
import org.axonframework.serialization.Revision;

/** An order is paid for: its payment is authorised. */
@Revision("1")
public record OrderConfirmed(OrderId order) implements ProcessStep {

    @Override
    public String processId() {
        return order.value();
    }
}
