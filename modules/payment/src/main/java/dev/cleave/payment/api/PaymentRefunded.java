package dev.cleave.payment.api;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** An amount was paid back. */
@Revision("1")
public record PaymentRefunded(PaymentId payment, String refund, Money amount) implements PaymentStep {}
