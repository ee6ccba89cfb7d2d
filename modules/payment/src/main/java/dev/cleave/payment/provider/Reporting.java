package dev.cleave.payment.provider;

import dev.cleave.payment.api.ReportAuthorisation;
import dev.cleave.payment.api.ReportCancellation;
import dev.cleave.payment.api.ReportCapture;
import dev.cleave.payment.api.ReportRefund;
import dev.cleave.payment.provider.ProviderAnswer.Approved;
import dev.cleave.payment.provider.ProviderAnswer.Declined;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A provider's decision as the command that tells the payment of it, however it reached us. */
final class Reporting {

    private Reporting() {}

    /** The command; empty if nothing is decided. */
    static Optional<Object> command(Reference reference, ProviderAnswer answer) {
        return switch (answer) {
            case Approved _ -> Optional.of(command(reference, true, null));
            case Declined declined -> Optional.of(command(reference, false, declined.reason()));
            default -> Optional.empty();
        };
    }

    private static Object command(Reference reference, boolean approved, @Nullable String reason) {
        return switch (reference.operation()) {
            case AUTHORISATION -> new ReportAuthorisation(reference.payment(), approved, reason);
            case CAPTURE -> new ReportCapture(reference.payment(), approved, reason);
            case CANCELLATION -> new ReportCancellation(reference.payment(), approved, reason);
            case REFUND -> new ReportRefund(
                    reference.payment(), Objects.requireNonNull(reference.refund()), approved, reason);
        };
    }
}
