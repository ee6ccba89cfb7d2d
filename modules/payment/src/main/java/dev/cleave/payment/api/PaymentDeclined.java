package dev.cleave.payment.api;

import dev.cleave.platform.message.ProcessStep;
import org.axonframework.serialization.Revision;

/** The provider will not set the amount aside. */
@Revision("1")
public record PaymentDeclined(PaymentId payment, String reason) implements ProcessStep {

    @Override
    public String processId() {
        return payment.value();
    }
}
