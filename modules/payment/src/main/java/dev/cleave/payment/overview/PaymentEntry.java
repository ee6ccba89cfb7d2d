package dev.cleave.payment.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cleave.payment.api.PaymentId;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it is shown.
 *
 * @param status {@code needs-attention} if the provider charged it after it was given up and refuses to pay back
 * @param amount what was asked for; null if it was cancelled before
 * @param captured what was charged; null while nothing was
 * @param refunded what was paid back; null while nothing was
 */
record PaymentEntry(
        PaymentId paymentId,
        String status,
        @Nullable Money amount,
        @Nullable Money captured,
        @Nullable Money refunded,
        List<Step> history) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(Instant at, String what, @Nullable Money amount, @Nullable String refund, @Nullable String reason) {}
}
