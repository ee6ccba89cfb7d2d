package dev.cleave.platform.messaging;

import dev.cleave.platform.telemetry.Tracing;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;

/** What a message hands on to those that follow from it: what caused them, what they have in common, and their trace. */
final class Origin implements CorrelationDataProvider {

    private final CorrelationDataProvider causes = new MessageOriginProvider();
    private final Tracing tracing;

    Origin(Tracing tracing) {
        this.tracing = tracing;
    }

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, ?> handedOn = causes.correlationDataFor(message);
        Map<String, String> trace = tracing.carried();
        if (trace.isEmpty()) {
            return handedOn;
        }
        Map<String, Object> both = new HashMap<>(handedOn);
        both.putAll(trace);
        return both;
    }
}
