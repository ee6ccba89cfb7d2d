package dev.cleave.payment.overview;

import dev.cleave.payment.api.PaymentId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A payment in a list; its fields are those of {@link PaymentEntry}. */
record PaymentSummary(
        @Schema(example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e") PaymentId paymentId,
        @Schema(implementation = Status.class, example = "captured") String status,
        @Nullable Money amount,
        @Nullable Money captured,
        @Nullable Money refunded,
        Instant openedAt) {}
