package dev.cleave.architecture.counterexamples.nocyclebetweenrooms.broken.platform.clock;

import dev.cleave.architecture.counterexamples.Caught;
import dev.cleave.architecture.counterexamples.nocyclebetweenrooms.broken.platform.tokens.Tokens;

public class Clock {

    @Caught
    long last(Tokens tokens) {
        return tokens.last();
    }
}
