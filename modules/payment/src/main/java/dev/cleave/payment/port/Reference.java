package dev.cleave.payment.port;

import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.charge.steps.ProviderOperation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What we call one thing that we ask of a provider: a payment and what is to be done with it. The same question has the same
 * reference however often it is put, so it serves as the provider's idempotency key.
 *
 * @param refund which refund, only for {@link ProviderOperation#REFUND}
 */
public record Reference(PaymentId payment, ProviderOperation operation, @Nullable String refund) {

    public Reference {
        if ((operation == ProviderOperation.REFUND) != (refund != null)) {
            throw new IllegalArgumentException("A refund, and nothing else, names which one it is");
        }
    }

    public static Reference authorisation(PaymentId payment) {
        return new Reference(payment, ProviderOperation.AUTHORISATION, null);
    }

    public static Reference capture(PaymentId payment) {
        return new Reference(payment, ProviderOperation.CAPTURE, null);
    }

    public static Reference cancellation(PaymentId payment) {
        return new Reference(payment, ProviderOperation.CANCELLATION, null);
    }

    public static Reference refund(PaymentId payment, String refund) {
        return new Reference(payment, ProviderOperation.REFUND, refund);
    }

    /**
     * A reference from its text.
     *
     * @throws IllegalArgumentException if it is none of ours
     */
    public static Reference parse(String text) {
        String[] parts = text.split("/", 3);
        if (parts.length < 2) {
            throw new IllegalArgumentException("Not a reference of ours");
        }
        ProviderOperation operation = ProviderOperation.valueOf(parts[1].toUpperCase(Locale.ROOT));
        return new Reference(new PaymentId(parts[0]), operation, parts.length == 3 ? parts[2] : null);
    }

    /** The reference as text: the payment's number, the operation, and the refund's number, with slashes between. */
    public String text() {
        String text = payment.value() + "/" + operation.name().toLowerCase(Locale.ROOT);
        return refund == null ? text : text + "/" + refund;
    }

    @Override
    public String toString() {
        return text();
    }
}
