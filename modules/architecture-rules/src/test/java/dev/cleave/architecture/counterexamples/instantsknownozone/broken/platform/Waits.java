package dev.cleave.architecture.counterexamples.instantsknownozone.broken.platform;

import dev.cleave.architecture.counterexamples.Caught;
import java.time.Instant;
import java.util.Date;

class Waits {

    @Caught
    Date bound(Instant due) {
        return Date.from(due);
    }
}
