package dev.cleave.payment.api;

import dev.cleave.platform.message.ProcessStep;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** The provider is to set the amount aside. */
@Revision("1")
public record AuthorisationRequested(PaymentId payment, Money amount, String token) implements ProcessStep {

    @Override
    public String processId() {
        return payment.value();
    }
}
