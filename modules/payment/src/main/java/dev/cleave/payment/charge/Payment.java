package dev.cleave.payment.charge;

import static dev.cleave.payment.charge.Status.AUTHORISATION_LOST;
import static dev.cleave.payment.charge.Status.AUTHORISED;
import static dev.cleave.payment.charge.Status.AUTHORISING;
import static dev.cleave.payment.charge.Status.CANCELLED;
import static dev.cleave.payment.charge.Status.CANCELLING;
import static dev.cleave.payment.charge.Status.CAPTURED;
import static dev.cleave.payment.charge.Status.CAPTURE_REFUSED;
import static dev.cleave.payment.charge.Status.CAPTURING;
import static dev.cleave.payment.charge.Status.DECLINED;
import static dev.cleave.payment.charge.Status.UNASKED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.cleave.payment.api.AuthorisationLost;
import dev.cleave.payment.api.AuthorisePayment;
import dev.cleave.payment.api.CancelPayment;
import dev.cleave.payment.api.CapturePayment;
import dev.cleave.payment.api.CaptureRefused;
import dev.cleave.payment.api.PaymentAuthorised;
import dev.cleave.payment.api.PaymentCancellationRefused;
import dev.cleave.payment.api.PaymentCancelled;
import dev.cleave.payment.api.PaymentCaptured;
import dev.cleave.payment.api.PaymentDeclined;
import dev.cleave.payment.api.PaymentFailure;
import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.PaymentRefunded;
import dev.cleave.payment.api.PaymentSettled;
import dev.cleave.payment.api.RefundFailed;
import dev.cleave.payment.api.RefundPayment;
import dev.cleave.payment.api.RefundRefused;
import dev.cleave.payment.api.SettlementOutcome;
import dev.cleave.payment.charge.steps.AskProviderAgain;
import dev.cleave.payment.charge.steps.AuthorisationRequested;
import dev.cleave.payment.charge.steps.CancellationRequested;
import dev.cleave.payment.charge.steps.CaptureRequested;
import dev.cleave.payment.charge.steps.CaptureUndone;
import dev.cleave.payment.charge.steps.GiveUpOnProvider;
import dev.cleave.payment.charge.steps.ProviderOperation;
import dev.cleave.payment.charge.steps.RefundRequested;
import dev.cleave.payment.charge.steps.ReportAuthorisation;
import dev.cleave.payment.charge.steps.ReportCancellation;
import dev.cleave.payment.charge.steps.ReportCapture;
import dev.cleave.payment.charge.steps.ReportRefund;
import dev.cleave.payment.charge.steps.StrayCaptureFound;
import dev.cleave.platform.failure.Refusal;
import dev.cleave.platform.message.Identifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "Payment", cache = "aggregateCache")
class Payment {

    static final String CANCELLED_REASON = "cancelled";
    static final String SILENT = "provider-silent";
    static final String REVERSAL = "~stray-capture";
    /** What a person settles where it is no refund. */
    static final String CHARGE = "~charge";

    static final String LOST = "authorisation-lost";
    /** What refunds of the system's own were called before they had a form of their own. */
    private static final String FORMER_REVERSAL = "stray-capture";

    private static final String FORMER_ORDER_REVERSAL = "reversal";

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    @AggregateIdentifier
    private @Nullable PaymentId id;

    private Status status = UNASKED;
    private @Nullable Money amount;
    private @Nullable String token;
    private int attempt;
    private String cancellationReason = CANCELLED_REASON;
    /** Whether the provider may be about to capture. */
    private boolean captureOpen;
    /** Whether the process knows that it will not get the money. */
    private boolean toldNotCharged;

    private boolean toldDeclined;
    private boolean toldCaptureRefused;
    private boolean toldCancelled;
    private boolean toldCancellationRefused;
    private @Nullable Money captured;
    /** Whether the provider has taken back what it charged, or what it is yet to say that it charged. */
    private boolean captureUndone;
    /** Whether nobody waits any more for the cancellation, which the provider still leaves unanswered. */
    private boolean cancellationGivenUp;

    private @Nullable SettlementOutcome chargeSettled;
    private final Map<String, Refund> refunds = new LinkedHashMap<>();

    Payment() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AuthorisePayment command) {
        if (amount != null) {
            if (!amount.equals(command.amount()) || !Objects.equals(token, command.token())) {
                throw Refusal.of(PaymentFailure.PAYMENT_DIFFERS,
                        "This payment was asked for before with another amount or token; use a new payment.");
            }
        } else if (status == UNASKED && chargeable(command.amount())) {
            apply(new AuthorisationRequested(command.payment(), command.amount(), command.token(), 1));
        } else if (!toldDeclined) {
            apply(new PaymentDeclined(command.payment(), status == CANCELLED ? CANCELLED_REASON : "amount-not-chargeable"));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CapturePayment command) {
        switch (status) {
            case AUTHORISED -> apply(new CaptureRequested(command.payment(), asked(), 1));
            case CAPTURING, CAPTURED -> {}
            case CANCELLING -> refuseCapture(command.payment(), !captureOpen, cancellationReason);
            case CANCELLED -> refuseCapture(command.payment(), true, cancellationReason);
            case AUTHORISATION_LOST -> refuseCapture(command.payment(), true, LOST);
            case UNASKED, AUTHORISING, DECLINED, CAPTURE_REFUSED ->
                refuseCapture(command.payment(), true, "not-authorised");
        }
    }

    private void refuseCapture(PaymentId payment, boolean settled, String reason) {
        if (settled && !toldCaptureRefused) {
            apply(new CaptureRefused(payment, reason));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CancelPayment command) {
        switch (status) {
            case UNASKED, DECLINED -> apply(new PaymentCancelled(command.payment()));
            case AUTHORISING, AUTHORISED, AUTHORISATION_LOST, CAPTURING, CAPTURE_REFUSED ->
                apply(new CancellationRequested(command.payment(), command.reason(), 1));
            case CAPTURED -> {
                if (captureUndone) {
                    apply(new PaymentCancelled(command.payment()));
                } else {
                    refuseCancellation();
                }
            }
            case CANCELLED -> concludeCancellation(command.payment());
            case CANCELLING -> {}
        }
    }

    private void concludeCancellation(PaymentId payment) {
        if (!toldCancelled) {
            apply(new PaymentCancelled(payment));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RefundPayment command) {
        Refund known = refunds.get(command.refund());
        if (known != null) {
            if (!known.amount().equals(command.amount())) {
                throw Refusal.of(PaymentFailure.REFUND_DIFFERS,
                        "This refund was asked for before with another amount; use a new refund.");
            }
            return;
        }
        String obstacle = obstacleTo(command.amount());
        if (obstacle == null) {
            apply(new RefundRequested(command.payment(), command.refund(), command.amount(), 1));
        } else {
            apply(new RefundRefused(command.payment(), command.refund(), command.amount(), obstacle, false));
        }
    }

    private @Nullable String obstacleTo(Money refund) {
        if (captured == null || status != CAPTURED || captureUndone) {
            return "not-captured";
        }
        if (!refund.getCurrencyUnit().equals(captured.getCurrencyUnit())) {
            return "other-currency";
        }
        if (!refund.isPositive()) {
            return "amount-not-positive";
        }
        Money sum = refund;
        for (Refund other : refunds.values()) {
            if (other.isClaimed()) {
                sum = sum.plus(other.amount());
            }
        }
        return sum.isGreaterThan(captured) ? "exceeds-captured" : null;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportAuthorisation report) {
        PaymentId payment = known();
        switch (report.verdict()) {
            case APPROVED -> {
                switch (status) {
                    case UNASKED -> throw unexpected();
                    case AUTHORISING -> apply(new PaymentAuthorised(payment, asked()));
                    case DECLINED, CANCELLED -> {
                        if (captured == null) {
                            apply(new CancellationRequested(payment, "late-approval", 1));
                        }
                    }
                    // What was lost stays lost: this approval is older. Elsewhere it is known.
                    case AUTHORISATION_LOST, AUTHORISED, CAPTURING, CAPTURED, CAPTURE_REFUSED, CANCELLING -> {}
                }
            }
            case DECLINED, UNDONE -> {
                switch (status) {
                    case UNASKED -> throw unexpected();
                    case AUTHORISING -> apply(new PaymentDeclined(payment, because(report.reason())));
                    case AUTHORISED -> loseAuthorisation(payment, because(report.reason()));
                    // The provider's answer to the capture or to the cancellation says what came of it.
                    case CAPTURING, CANCELLING -> {}
                    // Nothing is set aside any more.
                    case AUTHORISATION_LOST, DECLINED, CAPTURED, CAPTURE_REFUSED, CANCELLED -> {}
                }
            }
        }
    }

    private void loseAuthorisation(PaymentId payment, String reason) {
        apply(new AuthorisationLost(payment, asked(), reason));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportCapture report) {
        PaymentId payment = known();
        if (amount == null) {
            throw unexpected();
        }
        switch (report.verdict()) {
            case APPROVED -> captureFound(payment);
            case DECLINED -> {
                // A decline of what has counted as charged takes it back; of a stray charge the answer to its refund says more.
                if (status == CAPTURED) {
                    undoCapture(payment, because(report.reason()));
                } else {
                    declineCapture(payment, because(report.reason()));
                }
            }
            case UNDONE -> undoCapture(payment, because(report.reason()));
        }
    }

    private void declineCapture(PaymentId payment, String reason) {
        if (status == CAPTURING || status == CANCELLING && captureOpen && !toldCaptureRefused) {
            apply(new CaptureRefused(payment, reason));
        }
    }

    private void undoCapture(PaymentId payment, String reason) {
        if (!captureUndone) {
            apply(new CaptureUndone(payment, asked(), reason));
        }
        declineCapture(payment, reason);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportCancellation report) {
        PaymentId payment = known();
        if (report.approved()) {
            switch (status) {
                case CANCELLING -> {
                    refuseCapture(payment, captureOpen, cancellationReason);
                    apply(new PaymentCancelled(payment));
                }
                case AUTHORISING -> apply(new PaymentDeclined(payment, CANCELLED_REASON));
                case AUTHORISED -> loseAuthorisation(payment, CANCELLED_REASON);
                case CAPTURED -> undoCapture(payment, CANCELLED_REASON);
                // The provider declines the capture; its answer says so.
                case CAPTURING -> {}
                // Nothing is set aside any more.
                case UNASKED, AUTHORISATION_LOST, DECLINED, CAPTURE_REFUSED, CANCELLED -> {}
            }
        } else if ("captured".equals(report.reason()) && amount != null) {
            captureFound(payment);
        }
        // Declined for any other reason, the provider is asked again.
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportRefund report) {
        PaymentId payment = known();
        Refund refund = refunds.get(report.refund());
        if (refund == null) {
            throw unexpected();
        }
        switch (report.verdict()) {
            case APPROVED -> {
                switch (refund.stage()) {
                    case ASKED, IN_DOUBT, REFUSED, SETTLED, KEPT -> {
                        // What the provider has undone stays so: this approval is older.
                        if (!refund.undone()) {
                            paid(payment, report.refund(), refund);
                        }
                    }
                    case PAID, FAILED -> {}
                }
            }
            case DECLINED -> {
                switch (refund.stage()) {
                    case ASKED, IN_DOUBT -> apply(new RefundRefused(
                            payment, report.refund(), refund.amount(), because(report.reason()), false));
                    case PAID -> {
                        // Paid after it was declined: this is the earlier answer. Otherwise the provider has changed its mind.
                        if (!refund.declined()) {
                            fail(payment, report.refund(), refund, because(report.reason()));
                        }
                    }
                    case REFUSED, FAILED, SETTLED, KEPT -> {}
                }
            }
            case UNDONE -> {
                switch (refund.stage()) {
                    // It was paid for a while, which was not reported yet.
                    case ASKED, IN_DOUBT, REFUSED -> {
                        paid(payment, report.refund(), refund);
                        fail(payment, report.refund(), refund, because(report.reason()));
                    }
                    case PAID -> fail(payment, report.refund(), refund, because(report.reason()));
                    // It is known, or a person has settled where the money is, and the provider has not moved it.
                    case FAILED, SETTLED, KEPT -> {}
                }
            }
        }
    }

    private static void paid(PaymentId payment, String id, Refund refund) {
        apply(new PaymentRefunded(payment, id, refund.amount()));
    }

    private static void fail(PaymentId payment, String id, Refund refund, String reason) {
        apply(new RefundFailed(payment, id, refund.amount(), reason));
    }

    @CommandHandler
    void handle(AskProviderAgain command) {
        PaymentId payment = known();
        if (!awaits(command.operation())) {
            return;
        }
        switch (command.operation()) {
            case AUTHORISATION -> apply(
                    new AuthorisationRequested(payment, asked(), Objects.requireNonNull(token), attempt + 1));
            case CAPTURE -> apply(new CaptureRequested(payment, asked(), attempt + 1));
            case CANCELLATION -> apply(new CancellationRequested(payment, cancellationReason, attempt + 1));
            case REFUND -> openRefunds().forEach(open -> apply(new RefundRequested(
                    payment, open.getKey(), open.getValue().amount(), open.getValue().attempt() + 1)));
        }
    }

    @CommandHandler
    void handle(GiveUpOnProvider command) {
        PaymentId payment = known();
        if (!awaits(command.operation())) {
            return;
        }
        switch (command.operation()) {
            case AUTHORISATION -> {
                apply(new PaymentDeclined(payment, SILENT));
                apply(new CancellationRequested(payment, SILENT, 1));
            }
            case CAPTURE -> apply(new CancellationRequested(payment, SILENT, 1));
            case CANCELLATION -> {
                int next = attempt + 1;
                String reason = cancellationReason;
                refuseCapture(payment, captureOpen, SILENT);
                apply(new PaymentCancelled(payment));
                apply(new CancellationRequested(payment, reason, next));
            }
            case REFUND -> openRefunds().forEach(open -> giveUp(payment, open.getKey(), open.getValue()));
        }
    }

    private void giveUp(PaymentId payment, String refund, Refund open) {
        if (!open.silent()) {
            apply(new RefundRefused(payment, refund, open.amount(), SILENT, true));
        }
        apply(new RefundRequested(payment, refund, open.amount(), open.attempt() + 1));
    }

    private void captureFound(PaymentId payment) {
        if (captured != null || captureUndone) {
            return;
        }
        switch (status) {
            case AUTHORISING -> {
                apply(new PaymentAuthorised(payment, asked()));
                apply(new PaymentCaptured(payment, asked()));
            }
            case AUTHORISED, CAPTURING -> apply(new PaymentCaptured(payment, asked()));
            case CANCELLING -> {
                if (toldNotCharged) {
                    strayCaptureFound(payment);
                } else {
                    apply(new PaymentCaptured(payment, asked()));
                    refuseCancellation();
                }
            }
            case AUTHORISATION_LOST, DECLINED, CAPTURE_REFUSED, CANCELLED -> strayCaptureFound(payment);
            case UNASKED, CAPTURED -> throw new IllegalStateException("Nothing is asked, or all is known");
        }
    }

    private void strayCaptureFound(PaymentId payment) {
        boolean cancelling = status == CANCELLING;
        apply(new StrayCaptureFound(payment, asked()));
        if (cancelling) {
            concludeCancellation(payment);
        }
        apply(new RefundRequested(payment, REVERSAL, asked(), 1));
    }

    /**
     * Settles what needs attention by a person's word.
     *
     * @param refund which refund; null for all that there is
     */
    void settle(SettlementOutcome outcome, @Nullable String refund) {
        PaymentId payment = known();
        List<String> open = toSettle(refund);
        if (open.isEmpty()) {
            requireSettledAs(outcome, refund);
        }
        if (refund == null && chargeNeedsAttention()) {
            settleCharge(payment, outcome);
        }
        for (String id : open) {
            Refund unsettled = refunds.get(id);
            if (unsettled != null && needsAttention(id, unsettled)) {
                apply(new PaymentSettled(payment, id, unsettled.amount(), outcome));
                if (unsettled.silent() && outcome == SettlementOutcome.NOT_TAKEN) {
                    paid(payment, id, unsettled);
                }
            }
        }
    }

    private void settleCharge(PaymentId payment, SettlementOutcome outcome) {
        boolean unanswered = cancellationGivenUp;
        apply(new PaymentSettled(payment, null, asked(), outcome));
        if (unanswered && outcome == SettlementOutcome.TAKEN && captured == null && !captureUndone) {
            strayCaptureFound(payment);
        } else if (unanswered) {
            apply(new PaymentCancelled(payment));
        }
    }

    /** What a person has to settle: refunds by their number, and {@link #CHARGE}. */
    List<String> toSettle(@Nullable String refund) {
        known();
        List<String> open = new ArrayList<>();
        if (refund == null && chargeNeedsAttention()) {
            open.add(CHARGE);
        }
        refunds.forEach((id, each) -> {
            if ((refund == null || refund.equals(id)) && needsAttention(id, each)) {
                open.add(id);
            }
        });
        return open;
    }

    private boolean chargeNeedsAttention() {
        return cancellationGivenUp && amount != null || captureUndone && status == CAPTURED && chargeSettled == null;
    }

    private boolean needsAttention(String id, Refund refund) {
        return refund.silent() || refund.stage() == Refund.Stage.FAILED
                || refund.stage() == Refund.Stage.REFUSED && isOurs(id);
    }

    /** Whether nobody else waits for a refund, and asks again should it be refused. */
    private boolean isOurs(String refund) {
        return Identifier.isSystems(refund) || refund.equals(FORMER_ORDER_REVERSAL)
                || refund.equals(FORMER_REVERSAL) && status == CANCELLED;
    }

    private void requireSettledAs(SettlementOutcome outcome, @Nullable String refund) {
        Set<SettlementOutcome> settled = EnumSet.noneOf(SettlementOutcome.class);
        if (refund == null && chargeSettled != null) {
            settled.add(chargeSettled);
        }
        refunds.forEach((id, each) -> {
            if (each.settled() != null && (refund == null || refund.equals(id))) {
                settled.add(each.settled());
            }
        });
        if (settled.isEmpty()) {
            throw Refusal.of(PaymentFailure.NOTHING_TO_SETTLE,
                    "Nothing of this payment needs a person; its status and history say what became of it.");
        }
        if (!settled.contains(outcome)) {
            throw Refusal.of(PaymentFailure.SETTLED_OTHERWISE,
                    "This payment was settled with the other outcome; its history says when.");
        }
    }

    private void refuseCancellation() {
        if (!toldCancellationRefused) {
            apply(new PaymentCancellationRefused(known(), Objects.requireNonNull(captured)));
        }
    }

    private boolean awaits(ProviderOperation operation) {
        return switch (operation) {
            case AUTHORISATION -> status == AUTHORISING;
            case CAPTURE -> status == CAPTURING;
            case CANCELLATION -> status == CANCELLING;
            case REFUND -> !openRefunds().isEmpty();
        };
    }

    private List<Map.Entry<String, Refund>> openRefunds() {
        return refunds.entrySet().stream()
                .filter(refund -> refund.getValue().stage() == Refund.Stage.ASKED)
                .map(Map.Entry::copyOf)
                .toList();
    }

    private PaymentId known() {
        if (id == null) {
            throw Refusal.of(PaymentFailure.PAYMENT_UNKNOWN, "There is no such payment; check its number.");
        }
        return id;
    }

    private static Refusal unexpected() {
        return Refusal.of(PaymentFailure.REPORT_UNEXPECTED,
                "The provider was never asked this of the payment; look it up at the provider under its reference.");
    }

    private Money asked() {
        return Objects.requireNonNull(amount);
    }

    private static String because(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "declined" : reason;
    }

    private static boolean chargeable(Money amount) {
        return amount.isPositive() && amount.getAmountMinor().compareTo(MOST) <= 0;
    }

    @EventSourcingHandler
    void on(AuthorisationRequested event) {
        id = event.payment();
        status = AUTHORISING;
        amount = event.amount();
        token = event.token();
        attempt = event.attempt();
    }

    @EventSourcingHandler
    void on(PaymentAuthorised event) {
        status = AUTHORISED;
    }

    @EventSourcingHandler
    void on(PaymentDeclined event) {
        id = event.payment();
        status = status == CANCELLED ? CANCELLED : DECLINED;
        toldDeclined = true;
        toldNotCharged = true;
    }

    @EventSourcingHandler
    void on(AuthorisationLost event) {
        status = AUTHORISATION_LOST;
        toldNotCharged = true;
    }

    @EventSourcingHandler
    void on(CaptureUndone event) {
        captureUndone = true;
    }

    @EventSourcingHandler
    void on(CaptureRequested event) {
        status = CAPTURING;
        attempt = event.attempt();
        captureOpen = true;
        toldNotCharged = false;
        toldCaptureRefused = false;
    }

    @EventSourcingHandler
    void on(PaymentCaptured event) {
        status = CAPTURED;
        captured = event.amount();
        captureOpen = false;
    }

    @EventSourcingHandler
    void on(CaptureRefused event) {
        id = event.payment();
        status = status == CAPTURING ? CAPTURE_REFUSED : status;
        captureOpen = false;
        toldCaptureRefused = true;
        toldNotCharged = true;
    }

    @EventSourcingHandler
    void on(CancellationRequested event) {
        cancellationGivenUp = event.attempt() > 1 && (status == CANCELLED || cancellationGivenUp);
        status = CANCELLING;
        attempt = event.attempt();
        cancellationReason = event.reason();
    }

    @EventSourcingHandler
    void on(PaymentCancelled event) {
        id = event.payment();
        status = CANCELLED;
        cancellationGivenUp = false;
        toldCancelled = true;
        toldNotCharged = true;
    }

    @EventSourcingHandler
    void on(PaymentCancellationRefused event) {
        toldCancellationRefused = true;
    }

    @EventSourcingHandler
    void on(StrayCaptureFound event) {
        status = CANCELLED;
        cancellationGivenUp = false;
        captured = event.amount();
        captureOpen = false;
    }

    @EventSourcingHandler
    void on(RefundRequested event) {
        Refund known = refunds.get(event.refund());
        refunds.put(event.refund(), known == null
                ? Refund.asked(event.amount(), event.attempt())
                : known.askedAgain(event.attempt()));
    }

    @EventSourcingHandler
    void on(PaymentRefunded event) {
        refunds.computeIfPresent(event.refund(), (id, refund) -> refund.at(Refund.Stage.PAID));
    }

    @EventSourcingHandler
    void on(RefundRefused event) {
        id = event.payment();
        Refund asked = refunds.getOrDefault(event.refund(), Refund.asked(event.amount(), 0));
        refunds.put(event.refund(), event.inDoubt() ? asked.inDoubt() : asked.refused());
    }

    @EventSourcingHandler
    void on(RefundFailed event) {
        refunds.computeIfPresent(event.refund(), (id, refund) -> refund.failed());
    }

    @EventSourcingHandler
    void on(PaymentSettled event) {
        if (event.refund() == null) {
            chargeSettled = event.outcome();
            cancellationGivenUp = false;
        } else {
            refunds.computeIfPresent(event.refund(), (id, refund) -> refund.settledAs(event.outcome()));
        }
    }
}
