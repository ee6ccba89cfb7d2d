package dev.cleave.architecture.law.house.nocyclebetweenrooms.broken.platform.clock;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.house.nocyclebetweenrooms.broken.platform.tokens.Tokens;

public class Clock {

    @Caught
    long last(Tokens tokens) {
        return tokens.last();
    }
}
