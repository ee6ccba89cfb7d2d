package dev.cleave.trader;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** When the system itself says that what happened to an order. */
final class Timeline {

    private Timeline() {}

    /** The first time of each thing that happened. */
    static Map<String, Instant> of(JsonNode order) {
        Map<String, Instant> times = new HashMap<>();
        for (JsonNode entry : order.path("timeline")) {
            try {
                times.putIfAbsent(entry.path("what").asString(""), Instant.parse(entry.path("at").asString("")));
            } catch (DateTimeParseException e) {
                // Nothing can be measured from it.
            }
        }
        return times;
    }

    /** When an order was placed; long ago if it does not say. */
    static Instant placedAt(JsonNode order) {
        try {
            return Instant.parse(order.path("placedAt").asString(""));
        } catch (DateTimeParseException e) {
            return Instant.MIN;
        }
    }

    static void took(Map<String, Instant> at, Latencies latencies, String from, String to, Latencies.Step step) {
        Instant start = at.get(from);
        Instant end = at.get(to);
        if (start != null && end != null) {
            latencies.record(step, Duration.between(start, end).toNanos());
        }
    }
}
