package dev.cleave.payment.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Gives up a payment that is not captured, whatever became of it; also before it was asked for.
 *
 * <p>Answered by {@link PaymentCancelled}, or, where the amount is charged already or turns out to be, by
 * {@link PaymentCancellationRefused}: whoever wants the customer to have the money back then asks for a refund. The same
 * command again changes nothing.
 */
public record CancelPayment(@TargetAggregateIdentifier PaymentId payment, String reason) {}
