package dev.cleave.platform.telemetry;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Leaves out all that traces, unless it is said where traces go. */
final class TracingSwitch implements AutoConfigurationImportFilter, EnvironmentAware {

    static final String OTLP = "management.opentelemetry.tracing.export.otlp.endpoint";
    static final String ZIPKIN = "management.tracing.export.zipkin.endpoint";

    private static final String ZIPKIN_PARTS = "org.springframework.boot.zipkin.";
    private static final String TRACING_PARTS = "org.springframework.boot.micrometer.tracing.";
    private static final String SDK_PARTS = "org.springframework.boot.opentelemetry.";

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean zipkin = environment.containsProperty(ZIPKIN);
        boolean any = zipkin || environment.containsProperty(OTLP);
        boolean[] wanted = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            String candidate = candidates[i];
            wanted[i] = candidate == null
                    || (zipkin || !candidate.startsWith(ZIPKIN_PARTS) && !candidate.contains(".ZipkinWith"))
                            && (any || !candidate.startsWith(TRACING_PARTS) && !candidate.startsWith(SDK_PARTS));
        }
        return wanted;
    }
}
