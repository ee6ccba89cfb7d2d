package dev.cleave.payment.api;

import dev.cleave.platform.message.ProcessStep;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** The provider is to charge the amount. */
@Revision("1")
public record CaptureRequested(PaymentId payment, Money amount) implements ProcessStep {

    @Override
    public String processId() {
        return payment.value();
    }
}
