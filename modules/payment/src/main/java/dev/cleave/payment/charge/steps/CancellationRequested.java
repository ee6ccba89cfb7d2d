package dev.cleave.payment.charge.steps;

import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.PaymentStep;

import org.axonframework.serialization.Revision;

/**
 * The provider is to give up what was or may have been set aside.
 *
 * @param attempt 1 when it is asked for the first time, higher when the provider left it unanswered
 */
@Revision("1")
public record CancellationRequested(PaymentId payment, String reason, int attempt) implements PaymentStep {}
