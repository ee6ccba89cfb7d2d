package dev.cleave.simulator;

import dev.cleave.payment.charge.steps.ProviderOperation;
import org.jspecify.annotations.Nullable;

/** How the provider behaves towards a token. */
enum Behaviour {
    PLAIN("tok_ok"),
    /** Sets nothing aside. */
    DECLINES("tok_declined"),
    /** Does what it is asked, and the answer gets lost. */
    TIMES_OUT("tok_timeout"),
    /** Fails twice on each question, then works. */
    FLAKY("tok_flaky"),
    /** Answers, and reports the same once more. */
    ANSWERS_TWICE("tok_twice"),
    /** Leaves each question pending, and reports later. */
    LATE("tok_late"),
    /** Sets aside, but does not charge. */
    DECLINES_CAPTURE("tok_capture_declined"),
    /** Charges, but does not pay back. */
    DECLINES_REFUND("tok_refund_declined"),
    /** Sets aside; soon after, that lapses, which it reports. */
    LAPSES("tok_lapses", ProviderOperation.AUTHORISATION, "lapsed"),
    /** Sets aside; soon after, it voids that by itself, which it reports. */
    VOIDS("tok_voided", ProviderOperation.AUTHORISATION, "voided"),
    /** Sets aside; soon after, that lapses, which it says only when it is to charge. */
    LAPSES_SILENTLY("tok_lapses_silently", ProviderOperation.AUTHORISATION, "lapsed"),
    /** Pays back; soon after, the customer's bank sends that back, which it reports. */
    REFUND_FAILS("tok_refund_fails", ProviderOperation.REFUND, "sent-back"),
    /** Charges; soon after, the customer's bank takes that back, which it reports. */
    CHARGES_BACK("tok_charged_back", ProviderOperation.CAPTURE, "charged-back"),
    /** Any token that it does not know. */
    UNKNOWN_TOKEN("");

    static final int FAILURES = 2;

    private final String token;
    private final @Nullable ProviderOperation undone;
    private final String reason;

    Behaviour(String token) {
        this(token, null, "");
    }

    Behaviour(String token, @Nullable ProviderOperation undone, String reason) {
        this.token = token;
        this.undone = undone;
        this.reason = reason;
    }

    /** Whether it undoes such an operation a while after it was approved. */
    boolean undoes(ProviderOperation operation) {
        return undone == operation;
    }

    boolean reports() {
        return this != LAPSES_SILENTLY;
    }

    /** Why it undoes it. */
    String reason() {
        return reason;
    }

    static Behaviour towards(@Nullable String token) {
        for (Behaviour behaviour : values()) {
            if (behaviour.token.equals(token)) {
                return behaviour;
            }
        }
        return token == null ? PLAIN : UNKNOWN_TOKEN;
    }
}
