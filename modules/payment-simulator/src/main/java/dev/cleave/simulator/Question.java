package dev.cleave.simulator;

import dev.cleave.payment.port.MinorAmount;
import dev.cleave.payment.port.ProviderAnswer;
import dev.cleave.payment.port.Reference;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the shop asks, and what was said to it last. */
record Question(
        Reference reference,
        @Nullable MinorAmount amount,
        @Nullable String token,
        int failures,
        Outcome outcome,
        @Nullable String reason) {

    /** What the ledger says of an attempt. */
    enum Outcome {
        APPROVED,
        DECLINED,
        /** Undone after it was approved. */
        UNDONE,
        PENDING,
        /** Asked before under the same reference; nothing happened. */
        REPEATED,
        /** Broke down before anything happened. */
        FAILED
    }

    static Question asked(Reference reference, @Nullable MinorAmount amount, @Nullable String token) {
        return new Question(reference, amount, token, 0, Outcome.FAILED, null);
    }

    String payment() {
        return reference.payment().value();
    }

    Question answered(Outcome said, @Nullable String because) {
        return new Question(reference, amount, token, failures, said, because);
    }

    Question failedAgain() {
        return new Question(reference, amount, token, failures + 1, Outcome.FAILED, null);
    }

    /** Under this amount, where what is asked has none of its own. */
    Question over(@Nullable MinorAmount released) {
        return new Question(reference, released, token, failures, outcome, reason);
    }

    boolean asksTheSameAs(Question other) {
        return reference.equals(other.reference)
                && Objects.equals(token, other.token)
                && (amount == null || other.amount == null || amount.equals(other.amount));
    }

    ProviderAnswer answer() {
        return switch (outcome) {
            case APPROVED -> ProviderAnswer.APPROVED;
            case DECLINED -> ProviderAnswer.declined(reason == null ? "declined" : reason);
            case UNDONE -> ProviderAnswer.undone(reason == null ? "undone" : reason);
            case PENDING -> ProviderAnswer.PENDING;
            case FAILED, REPEATED -> ProviderAnswer.NEVER_HEARD;
        };
    }
}
