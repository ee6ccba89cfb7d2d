package dev.cleave.architecture.law.data.instantsknownozone.nearmiss.platform;

import java.time.Instant;

class Waits {

    long kept(Instant due) {
        return due.toEpochMilli();
    }
}
