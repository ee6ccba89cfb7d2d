package dev.cleave.payment.api;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** The amount is charged. */
@Revision("1")
public record PaymentCaptured(PaymentId payment, Money amount) implements PaymentStep {}
