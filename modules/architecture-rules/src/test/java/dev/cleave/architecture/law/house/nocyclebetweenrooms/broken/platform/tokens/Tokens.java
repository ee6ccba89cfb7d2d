package dev.cleave.architecture.law.house.nocyclebetweenrooms.broken.platform.tokens;

import dev.cleave.architecture.law.house.nocyclebetweenrooms.broken.platform.clock.Clock;

public class Tokens {

    Clock clock = new Clock();

    public long last() {
        return 1;
    }
}
