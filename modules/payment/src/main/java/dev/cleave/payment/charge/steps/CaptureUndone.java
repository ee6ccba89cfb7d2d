package dev.cleave.payment.charge.steps;

import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.PaymentStep;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** The provider has taken back what it had charged, as after a chargeback. Where the charge was told of, a person has to settle it. */
@Revision("1")
public record CaptureUndone(PaymentId payment, Money amount, String reason) implements PaymentStep {}
