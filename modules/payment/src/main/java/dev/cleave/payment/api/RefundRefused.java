package dev.cleave.payment.api;

import dev.cleave.platform.message.ProcessStep;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** An amount was not paid back. */
@Revision("1")
public record RefundRefused(PaymentId payment, String refund, Money amount, String reason) implements ProcessStep {

    @Override
    public String processId() {
        return payment.value();
    }
}
