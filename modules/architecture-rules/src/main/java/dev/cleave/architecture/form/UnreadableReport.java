package dev.cleave.architecture.form;

import org.jspecify.annotations.Nullable;

/** A file is no report, or one in a form that is not read here. The message says which, and what to do. */
public final class UnreadableReport extends RuntimeException {

    UnreadableReport(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
