package dev.cleave.payment.api;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A person has settled what could not be settled with the provider. Who it was and why is kept apart from events.
 *
 * @param refund the refund it is about; null where it is about the charge
 * @param outcome where the money is
 */
@Revision("1")
public record PaymentSettled(PaymentId payment, @Nullable String refund, Money amount, SettlementOutcome outcome)
        implements PaymentStep {}
