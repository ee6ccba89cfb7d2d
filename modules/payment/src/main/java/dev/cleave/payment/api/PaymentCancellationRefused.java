package dev.cleave.payment.api;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * A payment could not be cancelled, because it is captured. Who asked for the cancellation may ask for a refund instead; to
 * everybody else it says nothing new.
 */
@Revision("1")
public record PaymentCancellationRefused(PaymentId payment, Money captured) implements PaymentStep {}
