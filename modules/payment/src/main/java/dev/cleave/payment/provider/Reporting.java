package dev.cleave.payment.provider;

import dev.cleave.payment.charge.steps.ReportAuthorisation;
import dev.cleave.payment.charge.steps.ReportCancellation;
import dev.cleave.payment.charge.steps.ReportCapture;
import dev.cleave.payment.charge.steps.ReportRefund;
import dev.cleave.payment.charge.steps.Verdict;
import dev.cleave.payment.port.ProviderAnswer;
import dev.cleave.payment.port.ProviderAnswer.Approved;
import dev.cleave.payment.port.ProviderAnswer.Declined;
import dev.cleave.payment.port.ProviderAnswer.NeverHeard;
import dev.cleave.payment.port.ProviderAnswer.Pending;
import dev.cleave.payment.port.ProviderAnswer.Undone;
import dev.cleave.payment.port.ProviderAnswer.Unknown;
import dev.cleave.payment.port.Reference;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A provider's decision as the command that tells the payment of it, however it reached us. */
final class Reporting {

    private Reporting() {}

    /** The command; empty if nothing is decided. */
    static Optional<Object> command(Reference reference, ProviderAnswer answer) {
        return switch (answer) {
            case Approved _ -> Optional.of(command(reference, Verdict.APPROVED, null));
            case Declined declined -> Optional.of(command(reference, Verdict.DECLINED, declined.reason()));
            case Undone undone -> Optional.of(command(reference, Verdict.UNDONE, undone.reason()));
            case Pending _,Unknown _,NeverHeard _ -> Optional.empty();
        };
    }

    private static Object command(Reference reference, Verdict verdict, @Nullable String reason) {
        return switch (reference.operation()) {
            case AUTHORISATION -> new ReportAuthorisation(reference.payment(), verdict, reason);
            case CAPTURE -> new ReportCapture(reference.payment(), verdict, reason);
            case CANCELLATION -> new ReportCancellation(reference.payment(), verdict == Verdict.APPROVED, reason);
            case REFUND -> new ReportRefund(
                    reference.payment(), Objects.requireNonNull(reference.refund()), verdict, reason);
        };
    }
}
