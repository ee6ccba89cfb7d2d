package dev.cleave.payment.api;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * An amount that was paid back did not reach the customer after all, or was sent back by their bank; follows a
 * {@link PaymentRefunded}. It is not asked for again: a person has to settle it, and {@link PaymentSettled} says how.
 */
@Revision("1")
public record RefundFailed(PaymentId payment, String refund, Money amount, String reason) implements PaymentStep {}
