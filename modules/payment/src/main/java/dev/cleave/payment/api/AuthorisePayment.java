package dev.cleave.payment.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;

/**
 * Asks the provider to set an amount aside.
 *
 * <p>Answered by {@link PaymentAuthorised} or {@link PaymentDeclined}, within a deadline whatever the provider does; by
 * {@link PaymentCancelled} alone if it is cancelled meanwhile. A payment cancelled before this command arrives is answered by
 * {@link PaymentDeclined} with the reason {@code cancelled}, and nothing is asked of the provider. The same command again
 * changes nothing; another amount or token under the same payment is refused with {@code payment-differs}.
 *
 * @param amount more than zero
 * @param token what the customer's means of payment is known by at the provider
 */
public record AuthorisePayment(@TargetAggregateIdentifier PaymentId payment, Money amount, String token) {}
