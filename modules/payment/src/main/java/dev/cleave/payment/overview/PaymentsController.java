package dev.cleave.payment.overview;

import dev.cleave.payment.api.PaymentFailure;
import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.SettlePayment;
import dev.cleave.payment.api.SettlementOutcome;
import dev.cleave.payment.overview.Payments.Listed;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.web.ownwrites.OwnWrites;
import dev.cleave.platform.web.paging.Page;
import dev.cleave.platform.web.paging.Paging;
import dev.cleave.platform.web.paging.Sequence;
import dev.cleave.platform.web.problem.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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

@Tag(name = "Payments", description = "What was set aside, charged and paid back, and what a person has to settle")
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
            @Schema(implementation = SettlementOutcome.class, example = "taken",
                    description = "taken if the shop has the money, not-taken if the customer has it.") @NotNull @Pattern(
                            regexp = "taken|not-taken", message = "must be taken or not-taken") String outcome,
            @Schema(example = "seen in the provider's books") @NotBlank @Size(max = 500) @Pattern(
                    regexp = ONE_LINE, message = "must be one line of text") String reason,
            @Schema(example = "Grace Example", description = "Who found it out.") @Size(max = 100) @Pattern(
                    regexp = ONE_LINE, message = "must be one line of text") @Nullable String by,
            @Schema(example = "return-1",
                    description = "Which refund is settled; without it, all that needs attention.") @Size(
                            min = 1, max = 80) @Nullable String refund) {

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
    @Operation(
            summary = "List the payments, by when they were asked for",
            description = "Those of the status needs-attention are the ones that a person has to settle.")
    @ApiResponse(responseCode = "200", description = "A page of payments.", useReturnTypeSchema = true)
    @Refuses(by = PaymentFailure.class, with = "malformed-status")
    @GetMapping
    Page<PaymentSummary> list(
            @Parameter(
                    description = "Only those of this status.", schema = @Schema(implementation = Status.class),
                    example = "needs-attention")
            @RequestParam(required = false) @Nullable String status,
            @Parameter(
                    description = "Which end of the list comes first.", schema = @Schema(implementation = Sequence.class),
                    example = "newest")
            @RequestParam(defaultValue = Sequence.USUAL) String sequence,
            Paging paging) {
        Page<Listed> page = paging.page(
                payments.list(
                        status == null ? null : Status.of(status), Sequence.of(sequence), paging.cursor(), paging.rows()),
                Listed::place);
        return new Page<>(page.items().stream().map(Listed::payment).toList(), page.next());
    }

    @Operation(summary = "Read the payment of an order, with its history")
    @ApiResponse(responseCode = "200", description = "The payment.", useReturnTypeSchema = true)
    @Refuses(by = PaymentFailure.class, with = "payment-unknown")
    @GetMapping("/{orderId}")
    PaymentEntry find(
            @Parameter(description = "The order's number.", example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e")
            @PathVariable PaymentId orderId) {
        return payments.find(orderId).orElseThrow(() -> new FailureException(
                Failure.of(PaymentFailure.PAYMENT_UNKNOWN, "No payment is known for this order; check the order's number.")));
    }

    @Operation(
            summary = "Settle what a payment needs attention for",
            description = "By the word of a person who has asked the provider where the money is. The same again changes nothing.")
    @ApiResponse(responseCode = "200", description = "It is settled; the payment after it.", useReturnTypeSchema = true)
    @Refuses(by = PaymentFailure.class, with = {"payment-unknown", "nothing-to-settle", "settled-otherwise"})
    @PostMapping("/{orderId}/settlement")
    PaymentEntry settle(
            @Parameter(description = "The order's number.", example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e")
            @PathVariable PaymentId orderId, @Valid @RequestBody Settlement settlement) {
        ownWrites.await(commands.require(settlement.of(orderId)), payment -> payments.version(orderId));
        return find(orderId);
    }
}
