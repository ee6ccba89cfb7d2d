package dev.cleave.payment.api;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** The amount is set aside. */
@Revision("1")
public record PaymentAuthorised(PaymentId payment, Money amount) implements PaymentStep {}
