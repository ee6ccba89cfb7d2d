package dev.cleave.payment.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.SettlementOutcome;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it is shown.
 *
 * @param status {@code needs-attention} if a person has something to settle, whatever else became of the payment
 * @param amount what was asked for; null if it was cancelled before
 * @param captured what was charged; null while nothing was
 * @param refunded what was paid back and stayed with the customer; null while nothing was
 * @param toSettle what a person has to settle: refunds by their number, and {@code ~charge} for the charge itself
 */
record PaymentEntry(
        @Schema(example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e") PaymentId paymentId,
        @Schema(implementation = Status.class, example = "captured") String status,
        @Nullable Money amount,
        @Nullable Money captured,
        @Nullable Money refunded,
        @ArraySchema(schema = @Schema(example = "~charge")) List<String> toSettle,
        List<Step> history) {

    /**
     * A step of its history.
     *
     * @param outcome of a settlement: {@code taken} or {@code not-taken}
     * @param by who settled it, if they said so, and unless it is erased
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            Instant at,
            @Schema(example = "refund-refused") String what,
            @Nullable Money amount,
            @Schema(example = "return-1") @Nullable String refund,
            @Schema(example = "refund-declined") @Nullable String reason,
            @Schema(implementation = SettlementOutcome.class, example = "taken") @Nullable String outcome,
            @Schema(example = "Grace Example") @Nullable String by) {}
}
