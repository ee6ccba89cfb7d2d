package dev.cleave.ordering.api;

import dev.cleave.platform.message.ProcessStep;
import org.axonframework.serialization.Revision;

/** An order was not cancelled and goes on: its shipment is leaving, or did not answer in time. */
@Revision("1")
public record OrderCancellationRefused(OrderId order, boolean answered) implements ProcessStep {

    @Override
    public String processId() {
        return order.value();
    }
}
