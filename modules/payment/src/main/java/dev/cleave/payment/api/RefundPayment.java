package dev.cleave.payment.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;

/**
 * Asks the provider to pay a part of a captured payment back; the same refund counts once.
 *
 * <p>Answered by {@link PaymentRefunded} or {@link RefundRefused}. All refunds of a payment together never exceed what was
 * captured. The same refund again changes nothing; another amount under the same refund is refused with
 * {@code refund-differs}.
 *
 * @param refund the refund's own number, unique within the payment, 1 to 80 characters. One that begins with {@code ~} is the system's
 *     own: nobody outside waits for it, so if it is refused, a person has to see to it
 */
public record RefundPayment(@TargetAggregateIdentifier PaymentId payment, String refund, Money amount) {}
