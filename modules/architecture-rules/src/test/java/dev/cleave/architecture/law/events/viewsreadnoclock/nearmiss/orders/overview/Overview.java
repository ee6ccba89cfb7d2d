package dev.cleave.architecture.law.events.viewsreadnoclock.nearmiss.orders.overview;

import dev.cleave.architecture.law.events.viewsreadnoclock.nearmiss.platform.Lag;
import dev.cleave.architecture.law.words.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;

@View("overview")
class Overview {

    private final List<Instant> due = new ArrayList<>();
    private final Lag lag = new Lag();

    @EventHandler
    void on(String event, @Timestamp Instant at) {
        due.add(at.plus(Duration.ofDays(1)));
        lag.measure();
    }

    long late() {
        return due.stream().filter(Instant.now()::isAfter).count();
    }
}
