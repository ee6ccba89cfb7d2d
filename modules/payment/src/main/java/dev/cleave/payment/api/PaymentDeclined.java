package dev.cleave.payment.api;

import org.axonframework.serialization.Revision;

/** The provider will not set the amount aside. */
@Revision("1")
public record PaymentDeclined(PaymentId payment, String reason) implements PaymentStep {}
