package dev.cleave.payment.charge.steps;

import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.PaymentStep;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** The provider turns out to have charged a payment that was already said not to be charged; it is to be paid back whole. */
@Revision("1")
public record StrayCaptureFound(PaymentId payment, Money amount) implements PaymentStep {}
