package dev.cleave.ordering.api;

import dev.cleave.platform.message.ProcessStep;
import org.axonframework.serialization.Revision;

/** An order's stock is reserved; it waits for its payment's authorisation. */
@Revision("1")
public record OrderReserved(OrderId order) implements ProcessStep {

    @Override
    public String processId() {
        return order.value();
    }
}
