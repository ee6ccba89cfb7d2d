package dev.cleave.payment.charge.steps;

import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.PaymentStep;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * The provider is to set the amount aside, or to say what became of it.
 *
 * @param attempt 1 when it is asked for the first time, higher when the provider left it unanswered
 */
@Revision("1")
public record AuthorisationRequested(PaymentId payment, Money amount, String token, int attempt) implements PaymentStep {}
