package dev.cleave.payment.api;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * What was set aside no longer is: the authorisation lapsed, or the provider voided it. Nothing can be charged on it any more;
 * {@link CapturePayment} is answered by {@link CaptureRefused}.
 */
@Revision("1")
public record AuthorisationLost(PaymentId payment, Money amount, String reason) implements PaymentStep {}
