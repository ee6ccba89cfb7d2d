package dev.cleave.architecture.law.waits.nodeadlinemanager.nearmiss.orders.desk;

import java.time.Duration;
import java.time.Instant;

class Fulfilment {

    Instant deadline(Instant from) {
        return from.plus(Duration.ofDays(1));
    }
}
