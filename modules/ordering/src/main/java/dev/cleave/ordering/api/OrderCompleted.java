package dev.cleave.ordering.api;

import dev.cleave.platform.message.ProcessStep;
import org.axonframework.serialization.Revision;

/** An order arrived, or is assumed to have. */
@Revision("1")
public record OrderCompleted(OrderId order, boolean assumed) implements ProcessStep {

    @Override
    public String processId() {
        return order.value();
    }
}
