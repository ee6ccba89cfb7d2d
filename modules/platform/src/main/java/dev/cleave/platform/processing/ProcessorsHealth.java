package dev.cleave.platform.processing;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether somebody works on all events. It is not part of readiness: a process whose processors stand still can read and answer,
 * and another process would find the same.
 */
final class ProcessorsHealth implements HealthIndicator {

    private final Lags lags;

    ProcessorsHealth(Lags lags) {
        this.lags = lags;
    }

    @Override
    public Health health() {
        Map<String, String> abandoned = new TreeMap<>();
        for (Lag lag : lags.all()) {
            if (lag.abandoned()) {
                abandoned.put(lag.processor().name(), "nobody has worked on " + lag.unowned() + " of its "
                        + lag.processor().kind().segments() + " parts for " + lag.unownedFor().toSeconds()
                        + " s; see /actuator/processors and the log, and start the process anew if it does not end");
            }
        }
        return (abandoned.isEmpty() ? Health.up() : Health.down().withDetails(abandoned)).build();
    }
}
