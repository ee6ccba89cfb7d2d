package dev.cleave.payment.api;

import dev.cleave.platform.message.ProcessStep;
import org.axonframework.serialization.Revision;

/** Nothing is and nothing will be charged. May come more than once, and says the same each time. */
@Revision("1")
public record PaymentCancelled(PaymentId payment) implements ProcessStep {

    @Override
    public String processId() {
        return payment.value();
    }
}
