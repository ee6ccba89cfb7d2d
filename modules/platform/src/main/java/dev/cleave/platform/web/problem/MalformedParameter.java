package dev.cleave.platform.web.problem;

/** A part of the address that can't be taken; the message is fit for the caller's eyes. */
final class MalformedParameter extends IllegalArgumentException {

    MalformedParameter(String message) {
        super(message);
    }
}
