package dev.cleave.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextTagTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    ContextTagTests() {
        meters.config().meterFilter(new ContextTag(Map.of("garage", "garage", "keys", "garage")));
    }

    @ParameterizedTest
    @CsvSource({
        "http.server.requests, uri, /api/garage/cars/{id}, garage",
        "http.server.requests, uri, /api/garage, garage",
        "http.server.requests.active, uri, UNKNOWN, none",
        "http.server.requests, uri, /api/airport/planes, none",
        "http.server.requests, uri, /garage, none",
        "hikaricp.connections.active, pool, garage, garage",
        "hikaricp.connections.active, pool, keys, garage",
        "hikaricp.connections.active, pool, events, none",
    })
    void namesTheContext(String meter, String tag, String value, String context) {
        assertThat(meters.counter(meter, tag, value).getId().getTag("context")).isEqualTo(context);
    }

    @Test
    void leavesOtherMetersAsTheyAre() {
        assertThat(meters.counter("cleave.overloaded", "what", "commands").getId().getTag("context")).isNull();
    }
}
