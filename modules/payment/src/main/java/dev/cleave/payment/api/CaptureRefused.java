package dev.cleave.payment.api;

import dev.cleave.platform.message.ProcessStep;
import org.axonframework.serialization.Revision;

/** The provider will not charge the amount, or nothing was set aside. */
@Revision("1")
public record CaptureRefused(PaymentId payment, String reason) implements ProcessStep {

    @Override
    public String processId() {
        return payment.value();
    }
}
