package dev.cleave.payment.charge.steps;

import dev.cleave.payment.api.PaymentId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What the provider said to setting the amount aside, at once, later, or anew: reports come in any order, and more than once. Refused with
 * {@code payment-unknown} if there is no such payment, and with {@code report-unexpected} if the provider was never asked.
 *
 * @param reason why not, or why no longer; null where it is approved
 */
public record ReportAuthorisation(
        @TargetAggregateIdentifier PaymentId payment, Verdict verdict, @Nullable String reason) {}
