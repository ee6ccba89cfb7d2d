package dev.cleave.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.mock.env.MockEnvironment;

class TracingSwitchTests {

    private static final String SDK = "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration";
    private static final String TRACER =
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration";
    private static final String ZIPKIN_SPANS = "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.zipkin"
            + ".ZipkinWithOpenTelemetryTracingAutoConfiguration";
    private static final String ZIPKIN = "org.springframework.boot.zipkin.autoconfigure.ZipkinAutoConfiguration";
    private static final String OTHER = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration";

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void leavesAllOutUnlessItIsSaidWhereTracesGo() {
        assertThat(wanted()).containsExactly(false, false, false, false, true, true);
    }

    @Test
    void takesInWhatIsNeededForZipkin() {
        environment.setProperty("management.tracing.export.zipkin.endpoint", "http://zipkin:9411/api/v2/spans");
        assertThat(wanted()).containsExactly(true, true, true, true, true, true);
    }

    @Test
    void takesInNothingOfZipkinForOtlp() {
        environment.setProperty("management.opentelemetry.tracing.export.otlp.endpoint", "http://collector:4318/v1/traces");
        assertThat(wanted()).containsExactly(true, true, false, false, true, true);
    }

    private boolean[] wanted() {
        TracingSwitch tracing = new TracingSwitch();
        tracing.setEnvironment(environment);
        String[] candidates = {SDK, TRACER, ZIPKIN_SPANS, ZIPKIN, OTHER, null};
        return tracing.match(candidates, AutoConfigurationMetadata.class.cast(null));
    }
}
