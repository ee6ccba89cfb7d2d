package dev.cleave.payment.api;

import org.axonframework.serialization.Revision;

/** Nothing is and nothing will be charged. May come more than once, and says the same each time. */
@Revision("1")
public record PaymentCancelled(PaymentId payment) implements PaymentStep {}
