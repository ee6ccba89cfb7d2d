package dev.cleave.payment.api;

import dev.cleave.platform.message.ProcessStep;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * An amount was not paid back. With the reason {@code provider-silent} nobody knows, and the provider is asked on; should it turn
 * out to have paid back after all, {@link PaymentRefunded} follows; so it does when a stray capture is settled after all.
 */
@Revision("1")
public record RefundRefused(PaymentId payment, String refund, Money amount, String reason) implements ProcessStep {

    @Override
    public String processId() {
        return payment.value();
    }
}
