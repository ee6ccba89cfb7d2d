package dev.cleave.payment.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Asks the provider to charge all that was set aside.
 *
 * <p>Answered by {@link PaymentCaptured} or {@link CaptureRefused}, within a deadline whatever the provider does. The same
 * command again changes nothing. After {@link CaptureRefused} nothing is ever charged; what is still set aside is given up by
 * {@link CancelPayment}.
 */
public record CapturePayment(@TargetAggregateIdentifier PaymentId payment) {}
