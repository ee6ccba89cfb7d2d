package dev.cleave.ordering.api;

import dev.cleave.platform.message.ProcessStep;
import org.axonframework.serialization.Revision;

/** An order could not be fulfilled; nothing is charged and nothing reserved. */
@Revision("1")
public record OrderRejected(OrderId order, String code, String reason) implements ProcessStep {

    @Override
    public String processId() {
        return order.value();
    }
}
