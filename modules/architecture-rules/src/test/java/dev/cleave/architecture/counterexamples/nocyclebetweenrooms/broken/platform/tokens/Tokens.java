package dev.cleave.architecture.counterexamples.nocyclebetweenrooms.broken.platform.tokens;

import dev.cleave.architecture.counterexamples.nocyclebetweenrooms.broken.platform.clock.Clock;

public class Tokens {

    Clock clock = new Clock();

    public long last() {
        return 1;
    }
}
