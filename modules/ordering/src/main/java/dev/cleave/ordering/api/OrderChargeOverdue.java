package dev.cleave.ordering.api;

import dev.cleave.platform.message.ProcessStep;
import org.axonframework.serialization.Revision;

/** An order's shipment was to leave, but was not charged for and gone in time; it is to be stopped. */
@Revision("1")
public record OrderChargeOverdue(OrderId order) implements ProcessStep {

    @Override
    public String processId() {
        return order.value();
    }
}
