package dev.cleave.payment.api;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/**
 * An amount was not paid back.
 *
 * @param inDoubt whether nobody knows, because the provider left it unanswered ({@code provider-silent}): it is asked on, and
 *     {@link PaymentRefunded} follows should it have paid back after all
 */
@Revision("2")
public record RefundRefused(PaymentId payment, String refund, Money amount, String reason, boolean inDoubt)
        implements PaymentStep {}
