package dev.cleave.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A machine whose time passes, and whose clock is set, as a test wants it. */
final class Machine implements InstantSource {

    private Instant clock;
    private long nanos = 17;

    Machine(Instant clock) {
        this.clock = clock;
    }

    void pass(Duration time) {
        clock = clock.plus(time);
        nanos += time.toNanos();
    }

    void set(Duration by) {
        clock = clock.plus(by);
    }

    @Override
    public Instant instant() {
        return clock;
    }

    long nanoTime() {
        return nanos;
    }
}
