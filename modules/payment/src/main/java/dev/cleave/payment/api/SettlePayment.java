package dev.cleave.payment.api;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Settles what a payment needs attention for, by the word of a person who has asked the provider.
 *
 * <p>Each matter settled leaves a {@link PaymentSettled} and what follows from it: a charge that was taken is paid back, one that was
 * not taken is cancelled; a refund in doubt that was paid is {@link PaymentRefunded}. The same again changes nothing. Refused with
 * {@code payment-unknown}, with {@code nothing-to-settle} where nothing needs attention, and with {@code settled-otherwise} where it
 * was settled with the other outcome.
 *
 * @param refund the refund to settle; null for all that needs attention
 * @param reason the person's own words; they never enter an event
 * @param by who it is, if they say so; never enters an event either
 */
public record SettlePayment(
        @TargetAggregateIdentifier PaymentId payment,
        SettlementOutcome outcome,
        @Nullable String refund,
        String reason,
        @Nullable String by) {

    @Override
    public String toString() {
        return "SettlePayment[payment=" + payment + ", outcome=" + outcome + ", refund=" + refund + "]";
    }
}
