package dev.cleave.payment.charge;

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

import dev.cleave.payment.api.AskProviderAgain;
import dev.cleave.payment.api.AuthorisationRequested;
import dev.cleave.payment.api.AuthorisePayment;
import dev.cleave.payment.api.CancelPayment;
import dev.cleave.payment.api.CancellationRequested;
import dev.cleave.payment.api.CapturePayment;
import dev.cleave.payment.api.CaptureRefused;
import dev.cleave.payment.api.CaptureRequested;
import dev.cleave.payment.api.GiveUpOnProvider;
import dev.cleave.payment.api.PaymentAuthorised;
import dev.cleave.payment.api.PaymentCancellationRefused;
import dev.cleave.payment.api.PaymentCancelled;
import dev.cleave.payment.api.PaymentCaptured;
import dev.cleave.payment.api.PaymentDeclined;
import dev.cleave.payment.api.PaymentFailure;
import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.PaymentRefunded;
import dev.cleave.payment.api.ProviderOperation;
import dev.cleave.payment.api.RefundPayment;
import dev.cleave.payment.api.RefundRefused;
import dev.cleave.payment.api.RefundRequested;
import dev.cleave.payment.api.ReportAuthorisation;
import dev.cleave.payment.api.ReportCancellation;
import dev.cleave.payment.api.ReportCapture;
import dev.cleave.payment.api.ReportRefund;
import dev.cleave.payment.api.StrayCaptureFound;
import dev.cleave.platform.failure.Refusal;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

@Aggregate(cache = "aggregateCache")
class Payment {

    static final String CANCELLED_REASON = "cancelled";
    static final String SILENT = "provider-silent";
    static final String REVERSAL = "stray-capture";

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
            case AUTHORISING, AUTHORISED, CAPTURING, CAPTURE_REFUSED ->
                apply(new CancellationRequested(command.payment(), command.reason(), 1));
            case CAPTURED -> refuseCancellation();
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
            apply(new RefundRefused(command.payment(), command.refund(), command.amount(), obstacle));
        }
    }

    private @Nullable String obstacleTo(Money refund) {
        if (captured == null || status != CAPTURED) {
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
            if (other.mayHaveBeenPaid()) {
                sum = sum.plus(other.amount());
            }
        }
        return sum.isGreaterThan(captured) ? "exceeds-captured" : null;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportAuthorisation report) {
        PaymentId payment = known();
        switch (status) {
            case AUTHORISING -> apply(report.approved()
                    ? new PaymentAuthorised(payment, asked())
                    : new PaymentDeclined(payment, because(report.reason())));
            case DECLINED, CANCELLED -> {
                if (report.approved() && captured == null) {
                    apply(new CancellationRequested(payment, "late-approval", 1));
                }
            }
            default -> {}
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportCapture report) {
        PaymentId payment = known();
        if (report.approved()) {
            captureFound(payment);
        } else if (status == CAPTURING || status == CANCELLING && captureOpen && !toldCaptureRefused) {
            apply(new CaptureRefused(payment, because(report.reason())));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportCancellation report) {
        PaymentId payment = known();
        if (status != CANCELLING) {
            return;
        }
        if (report.approved()) {
            refuseCapture(payment, captureOpen, cancellationReason);
            apply(new PaymentCancelled(payment));
        } else if ("captured".equals(report.reason())) {
            captureFound(payment);
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReportRefund report) {
        PaymentId payment = known();
        Refund refund = refunds.get(report.refund());
        if (refund == null) {
            return;
        }
        boolean open = refund.stage() == Refund.Stage.ASKED;
        if (report.approved() && (open || refund.stage() == Refund.Stage.IN_DOUBT || settles(report.refund(), refund))) {
            apply(new PaymentRefunded(payment, report.refund(), refund.amount()));
        } else if (!report.approved() && open) {
            apply(new RefundRefused(payment, report.refund(), refund.amount(), because(report.reason())));
        }
    }

    /** What the provider would not pay back of a stray capture may have been settled by people. */
    private boolean settles(String id, Refund refund) {
        return status == CANCELLED && id.equals(REVERSAL) && refund.stage() == Refund.Stage.REFUSED;
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
        if (!refund.equals(REVERSAL)) {
            apply(new RefundRefused(payment, refund, open.amount(), SILENT));
        }
        apply(new RefundRequested(payment, refund, open.amount(), open.attempt() + 1));
    }

    private void captureFound(PaymentId payment) {
        if (captured != null || amount == null) {
            return;
        }
        if (status == CAPTURING) {
            apply(new PaymentCaptured(payment, asked()));
        } else if (status == CANCELLING && !toldNotCharged) {
            apply(new PaymentCaptured(payment, asked()));
            refuseCancellation();
        } else if (toldNotCharged) {
            boolean cancelling = status == CANCELLING;
            apply(new StrayCaptureFound(payment, asked()));
            if (cancelling) {
                concludeCancellation(payment);
            }
            apply(new RefundRequested(payment, REVERSAL, asked(), 1));
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
        status = CANCELLING;
        attempt = event.attempt();
        cancellationReason = event.reason();
    }

    @EventSourcingHandler
    void on(PaymentCancelled event) {
        id = event.payment();
        status = CANCELLED;
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
        captured = event.amount();
        captureOpen = false;
    }

    @EventSourcingHandler
    void on(RefundRequested event) {
        refunds.put(event.refund(), new Refund(event.amount(), Refund.Stage.ASKED, event.attempt()));
    }

    @EventSourcingHandler
    void on(PaymentRefunded event) {
        refunds.computeIfPresent(event.refund(), (id, refund) -> refund.at(Refund.Stage.PAID));
    }

    @EventSourcingHandler
    void on(RefundRefused event) {
        Refund.Stage stage = SILENT.equals(event.reason()) ? Refund.Stage.IN_DOUBT : Refund.Stage.REFUSED;
        id = event.payment();
        refunds.put(event.refund(), new Refund(event.amount(), stage, 0));
    }
}
