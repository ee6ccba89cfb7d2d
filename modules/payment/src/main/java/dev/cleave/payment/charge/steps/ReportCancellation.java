package dev.cleave.payment.charge.steps;

import dev.cleave.payment.api.PaymentId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What the provider said to giving up what was set aside. Refused with {@code payment-unknown} if there is no such payment.
 *
 * @param reason why not, where it is not approved
 */
public record ReportCancellation(@TargetAggregateIdentifier PaymentId payment, boolean approved, @Nullable String reason) {}
