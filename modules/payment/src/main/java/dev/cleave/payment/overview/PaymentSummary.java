package dev.cleave.payment.overview;

import dev.cleave.payment.api.PaymentId;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A payment in a list; its fields are those of {@link PaymentEntry}. */
record PaymentSummary(
        PaymentId paymentId,
        String status,
        @Nullable Money amount,
        @Nullable Money captured,
        @Nullable Money refunded,
        Instant openedAt) {}
