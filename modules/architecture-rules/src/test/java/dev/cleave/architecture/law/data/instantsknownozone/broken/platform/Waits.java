package dev.cleave.architecture.law.data.instantsknownozone.broken.platform;

import dev.cleave.architecture.law.Caught;
import java.time.Instant;
import java.util.Date;

class Waits {

    @Caught
    Date bound(Instant due) {
        return Date.from(due);
    }
}
