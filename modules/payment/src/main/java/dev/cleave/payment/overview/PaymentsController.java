package dev.cleave.payment.overview;

import dev.cleave.payment.api.PaymentFailure;
import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.SettlePayment;
import dev.cleave.payment.api.SettlementOutcome;
import dev.cleave.payment.overview.Payments.Listed;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.web.OwnWrites;
import dev.cleave.platform.web.Page;
import dev.cleave.platform.web.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/payment/payments")
class PaymentsController {

    private static final String ONE_LINE = "\\P{Cntrl}*";

    private final Payments payments;
    private final Commands commands;
    private final OwnWrites ownWrites;

    PaymentsController(Payments payments, Commands commands, OwnWrites ownWrites) {
        this.payments = payments;
        this.commands = commands;
        this.ownWrites = ownWrites;
    }

    /**
     * What a person found out.
     *
     * @param outcome {@code taken} if the shop has the money, {@code not-taken} if the customer has it
     * @param refund which refund is settled; without it, all that needs attention
     */
    record Settlement(
            @NotNull @Pattern(regexp = "taken|not-taken", message = "must be taken or not-taken") String outcome,
            @NotBlank @Size(max = 500) @Pattern(regexp = ONE_LINE, message = "must be one line of text") String reason,
            @Size(max = 100) @Pattern(regexp = ONE_LINE, message = "must be one line of text") @Nullable String by,
            @Size(min = 1, max = 80) @Nullable String refund) {

        SettlePayment of(PaymentId payment) {
            return new SettlePayment(
                    payment,
                    outcome.equals(SettlementOutcome.TAKEN.code()) ? SettlementOutcome.TAKEN : SettlementOutcome.NOT_TAKEN,
                    refund,
                    reason,
                    by);
        }

        @Override
        public String toString() {
            return "Settlement[" + outcome + "]";
        }
    }

    /** Payments, the oldest first unless {@code sequence=newest}; {@code ?status=needs-attention} are those to settle. */
    @GetMapping
    Page<PaymentSummary> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "oldest") String sequence,
            Paging paging) {
        Page<Listed> page = paging.page(
                payments.list(
                        status == null ? null : Status.of(status), newestFirst(sequence), paging.cursor(), paging.rows()),
                Listed::place);
        return new Page<>(page.items().stream().map(Listed::payment).toList(), page.next());
    }

    @GetMapping("/{orderId}")
    PaymentEntry find(@PathVariable PaymentId orderId) {
        return payments.find(orderId).orElseThrow(() -> new FailureException(
                Failure.of(PaymentFailure.PAYMENT_UNKNOWN, "No payment is known for this order; check the order's number.")));
    }

    @PostMapping("/{orderId}/settlement")
    PaymentEntry settle(@PathVariable PaymentId orderId, @Valid @RequestBody Settlement settlement) {
        ownWrites.await(commands.require(settlement.of(orderId)), payment -> payments.version(orderId));
        return find(orderId);
    }

    private static boolean newestFirst(String sequence) {
        return switch (sequence) {
            case "oldest" -> false;
            case "newest" -> true;
            default -> throw new FailureException(Failure.of(
                    PaymentFailure.MALFORMED_SEQUENCE, "The sequence is oldest or newest."));
        };
    }
}
