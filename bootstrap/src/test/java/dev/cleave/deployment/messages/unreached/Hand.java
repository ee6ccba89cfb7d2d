package dev.cleave.deployment.messages.unreached;

import dev.cleave.deployment.messages.unreached.api.Knock;

/** Makes a command that nobody asks for. */
final class Hand {

    private Hand() {}

    static Knock knock() {
        return new Knock("front");
    }
}
