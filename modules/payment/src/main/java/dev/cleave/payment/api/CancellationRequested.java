package dev.cleave.payment.api;

import dev.cleave.platform.message.ProcessStep;
import org.axonframework.serialization.Revision;

/** The provider is to give up what was or may have been set aside. */
@Revision("1")
public record CancellationRequested(PaymentId payment, String reason) implements ProcessStep {

    @Override
    public String processId() {
        return payment.value();
    }
}
