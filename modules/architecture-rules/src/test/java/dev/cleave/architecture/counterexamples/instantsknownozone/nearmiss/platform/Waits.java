package dev.cleave.architecture.counterexamples.instantsknownozone.nearmiss.platform;

import java.time.Instant;

class Waits {

    long kept(Instant due) {
        return due.toEpochMilli();
    }
}
