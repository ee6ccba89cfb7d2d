package dev.cleave.deployment.up;

/** Something that is needed is missing; the message says what, and what to do. */
final class CannotStart extends RuntimeException {

    CannotStart(String message) {
        super(message);
    }
}
