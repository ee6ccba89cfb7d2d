package dev.cleave.payment.simulator;

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
    /** Any token that it does not know. */
    UNKNOWN_TOKEN("");

    static final int FAILURES = 2;

    private final String token;

    Behaviour(String token) {
        this.token = token;
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
