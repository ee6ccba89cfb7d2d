package dev.cleave.payment.api;

import dev.cleave.platform.message.ProcessStep;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** The amount is set aside. */
@Revision("1")
public record PaymentAuthorised(PaymentId payment, Money amount) implements ProcessStep {

    @Override
    public String processId() {
        return payment.value();
    }
}
