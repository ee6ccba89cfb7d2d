package dev.cleave.payment.charge.steps;

import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.PaymentStep;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * The provider is to charge the amount, or to say what became of it.
 *
 * @param attempt 1 when it is asked for the first time, higher when the provider left it unanswered
 */
@Revision("1")
public record CaptureRequested(PaymentId payment, Money amount, int attempt) implements PaymentStep {}
