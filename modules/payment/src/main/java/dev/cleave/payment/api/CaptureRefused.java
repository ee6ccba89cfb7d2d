package dev.cleave.payment.api;

import org.axonframework.serialization.Revision;

/** The provider will not charge the amount, or nothing was set aside. */
@Revision("1")
public record CaptureRefused(PaymentId payment, String reason) implements PaymentStep {}
