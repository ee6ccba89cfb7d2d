package dev.cleave.platform.messaging;

import org.jspecify.annotations.Nullable;

/** A command without an answer: never delivered, or delivered and its outcome unknown. Nobody's business rule. */
public final class CommandNotAnswered extends RuntimeException {

    /** What is known about the command's fate. */
    public enum Fate {
        /** It reached no handler; nothing was changed. */
        NOT_DELIVERED,
        /** It reached a handler's queue that was full; nothing was changed. */
        OVERLOADED,
        /** What it changes can't be stored at present; nothing was changed. */
        NOT_STORED,
        /** It may or may not have taken effect; only the same command, with the same identity, may be sent again. */
        UNKNOWN
    }

    private final Fate fate;

    public CommandNotAnswered(Fate fate, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fate = fate;
    }

    public Fate fate() {
        return fate;
    }
}
