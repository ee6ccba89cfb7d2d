package dev.cleave.platform.telemetry;

import java.util.Map;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** What the log lines of a thread have in common while it works on a request, a command or an event. */
public final class LogContext implements AutoCloseable {

    /** The key, in log lines and in a message's metadata, of what all that follows from one request has in common. */
    public static final String CORRELATION = "correlationId";

    /** The key of the context that is at work. */
    public static final String CONTEXT = "context";

    /** Where Axon keeps the correlation of a message; it hands it on to the events that follow from a command. */
    private static final String META_DATA = "traceId";

    private final @Nullable String correlationBefore;
    private final @Nullable String contextBefore;

    private LogContext(@Nullable String correlation, @Nullable String context) {
        correlationBefore = MDC.get(CORRELATION);
        contextBefore = MDC.get(CONTEXT);
        set(CORRELATION, correlation);
        set(CONTEXT, context);
    }

    /**
     * Begins; the thread's log lines are as they were when the result is closed.
     *
     * @param correlation what is worked on has in common with what led to it, if known
     */
    public static LogContext enter(@Nullable String correlation, @Nullable String context) {
        return new LogContext(correlation, context);
    }

    /** Begins with a message: with the correlation that it carries, or as the first of what follows from it. */
    public static LogContext of(Message<?> message, String context) {
        return enter(message.getMetaData().get(META_DATA) instanceof String carried ? carried : message.getIdentifier(), context);
    }

    /** Has a message that is sent now carry this thread's correlation, unless it carries one. */
    public static void handOn(Map<String, Object> metaData) {
        String correlation = MDC.get(CORRELATION);
        if (correlation != null) {
            metaData.putIfAbsent(META_DATA, correlation);
        }
    }

    private static void set(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }

    @Override
    public void close() {
        set(CORRELATION, correlationBefore);
        set(CONTEXT, contextBefore);
    }
}
