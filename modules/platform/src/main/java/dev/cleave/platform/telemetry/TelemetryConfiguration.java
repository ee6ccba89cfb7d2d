package dev.cleave.platform.telemetry;

import dev.cleave.platform.placement.Placement;
import io.micrometer.observation.ObservationPredicate;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.server.observation.ServerRequestObservationContext;

@AutoConfiguration(
        afterName = {
            "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration"
        })
class TelemetryConfiguration {

    @Bean
    Tracing tracing(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        Tracer present = tracer.getIfAvailable();
        return present == null ? Tracing.off() : new SampledTracing(present, propagator.getObject());
    }

    @Bean
    static ContextTag contextTag(Placement placement) {
        return ContextTag.of(placement);
    }

    /** Probes and scrapes are nobody's request. */
    @Bean
    ObservationPredicate requestsOfCallersAlone(
            @Value("${server.servlet.context-path:}${management.endpoints.web.base-path:/actuator}") String actuator) {
        return (name, observed) -> !(observed instanceof ServerRequestObservationContext request)
                || request.getCarrier() == null
                || !request.getCarrier().getRequestURI().startsWith(actuator);
    }
}
