package dev.cleave.platform.messaging;

/** A command whose handler failed as nobody foresaw, here or in another unit, whose log says more. It left no event. */
public final class CommandFailed extends RuntimeException {

    CommandFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
