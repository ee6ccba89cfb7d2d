package dev.cleave.bootstrap.settings;

import java.io.Serial;

/** A setting was given that nobody reads; its message says which, where, and what may have been meant. */
final class UnknownSetting extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnknownSetting(String message) {
        super(message);
    }
}
