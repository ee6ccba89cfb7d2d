package dev.cleave.payment.provider;

import static dev.cleave.payment.charge.steps.ProviderOperation.AUTHORISATION;
import static dev.cleave.payment.charge.steps.ProviderOperation.CANCELLATION;
import static dev.cleave.payment.charge.steps.ProviderOperation.CAPTURE;
import static dev.cleave.payment.charge.steps.ProviderOperation.REFUND;

import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.charge.steps.AskProviderAgain;
import dev.cleave.payment.charge.steps.GiveUpOnProvider;
import dev.cleave.payment.charge.steps.ProviderOperation;
import dev.cleave.platform.waiting.Wait;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What follows when a question to the provider has rested long enough, and when its deadline has come. */
enum ProviderWait implements Wait {
    AUTHORISATION_UNANSWERED("authorisation-unanswered", ProviderProperties::authorisation, AUTHORISATION, AskProviderAgain::new),
    AUTHORISATION_DEADLINE("authorisation-deadline", ProviderProperties::authorisation, AUTHORISATION, GiveUpOnProvider::new),
    CAPTURE_UNANSWERED("capture-unanswered", ProviderProperties::capture, CAPTURE, AskProviderAgain::new),
    CAPTURE_DEADLINE("capture-deadline", ProviderProperties::capture, CAPTURE, GiveUpOnProvider::new),
    CANCELLATION_UNANSWERED("cancellation-unanswered", ProviderProperties::cancellation, CANCELLATION, AskProviderAgain::new),
    CANCELLATION_DEADLINE("cancellation-deadline", ProviderProperties::cancellation, CANCELLATION, GiveUpOnProvider::new),
    REFUND_UNANSWERED("refund-unanswered", ProviderProperties::refund, REFUND, AskProviderAgain::new),
    REFUND_DEADLINE("refund-deadline", ProviderProperties::refund, REFUND, GiveUpOnProvider::new);

    private final String kind;
    private final Function<ProviderProperties, Patience> patience;
    private final ProviderOperation operation;
    private final BiFunction<PaymentId, ProviderOperation, Object> next;

    ProviderWait(
            String kind,
            Function<ProviderProperties, Patience> patience,
            ProviderOperation operation,
            BiFunction<PaymentId, ProviderOperation, Object> next) {
        this.kind = kind;
        this.patience = patience;
        this.operation = operation;
        this.next = next;
    }

    Patience patience(ProviderProperties properties) {
        return patience.apply(properties);
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Object command(String subject) {
        return next.apply(new PaymentId(subject), operation);
    }
}
