package dev.cleave.platform.telemetry;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** {@link Tracing} by whichever tracer is configured. */
final class SampledTracing implements Tracing {

    static final String PARENT = "traceparent";
    private static final Set<String> CARRIED = Set.of(PARENT, "tracestate");

    private final Tracer tracer;
    private final Propagator propagator;

    SampledTracing(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Override
    public boolean on() {
        return true;
    }

    @Override
    public String correlation() {
        Span present = tracer.currentSpan();
        return present == null ? Tracing.random() : present.context().traceId();
    }

    @Override
    public Map<String, String> carried() {
        Span present = tracer.currentSpan();
        if (present == null || !Boolean.TRUE.equals(present.context().sampled())) {
            return Map.of();
        }
        Map<String, String> carried = new HashMap<>(4);
        propagator.inject(present.context(), carried, (into, key, value) -> {
            if (into != null && CARRIED.contains(key) && !value.isEmpty()) {
                into.put(key, value);
            }
        });
        return carried;
    }

    @Override
    public Part continued(String name, Side side, Map<String, ?> metaData) {
        if (!metaData.containsKey(PARENT)) {
            return Part.NONE;
        }
        Span span = propagator
                .extract(metaData, (from, key) -> from.get(key) instanceof String value ? value : null)
                .name(name)
                .kind(side == Side.ANSWERING ? Span.Kind.SERVER : Span.Kind.CONSUMER)
                .start();
        return new Open(span, tracer.withSpan(span));
    }

    @Override
    public Part begun(String name) {
        Span span = tracer.spanBuilder().setNoParent().name(name).start();
        return new Open(span, tracer.withSpan(span));
    }

    private record Open(Span span, Tracer.SpanInScope scope) implements Part {

        @Override
        public void tag(String name, String value) {
            span.tag(name, value);
        }

        @Override
        public void failed(Throwable failure) {
            span.tag("error", failure.getClass().getName());
        }

        @Override
        public void close() {
            scope.close();
            span.end();
        }
    }
}
