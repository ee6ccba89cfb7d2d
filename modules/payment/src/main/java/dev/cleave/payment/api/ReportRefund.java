package dev.cleave.payment.api;

import dev.cleave.platform.message.Internal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What the provider said to paying an amount back. Refused with {@code payment-unknown} if there is no such payment.
 *
 * @param reason why not, where it is not approved
 */
@Internal
public record ReportRefund(
        @TargetAggregateIdentifier PaymentId payment, String refund, boolean approved, @Nullable String reason) {}
