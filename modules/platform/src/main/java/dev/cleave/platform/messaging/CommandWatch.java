package dev.cleave.platform.messaging;

import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.telemetry.LogContext;
import dev.cleave.platform.telemetry.Tracing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.messaging.HandlerExecutionException;
import org.jspecify.annotations.Nullable;

/** Tells meters, log and trace of the commands that are handled in this process. */
final class CommandWatch {

    private final MeterRegistry meters;
    private final Collection<Context> contexts;
    private final Tracing tracing;
    private final Counter turnedAway;
    private final Map<Class<?>, Kind> kinds = new ConcurrentHashMap<>();

    CommandWatch(MeterRegistry meters, Collection<Context> contexts, Tracing tracing) {
        this.meters = meters;
        this.contexts = contexts;
        this.tracing = tracing;
        this.turnedAway = Counter.builder("cleave.overloaded").tag("what", "commands")
                .description("What was turned away because there was too much to do").register(meters);
    }

    /** A type of command with its meters. */
    private record Kind(String name, String context, Timer accepted, Timer refused, Timer failed) {}

    /** Watches the threads that handle commands, and the queue before them. */
    void over(ExecutorService workers) {
        new ExecutorServiceMetrics(workers, "commands", "", List.of()).bindTo(meters);
    }

    /** Begins with a command that has arrived. */
    Handling arrived(CommandMessage<?> command) {
        return new Handling(kinds.computeIfAbsent(command.getPayloadType(), this::kind), command);
    }

    /** Notes a command for which there was neither a thread nor a place in the queue. */
    void turnedAway() {
        turnedAway.increment();
    }

    private Kind kind(Class<?> type) {
        String context = contexts.stream().filter(c -> c.contains(type)).map(Context::name).findFirst().orElse("none");
        return new Kind(type.getSimpleName(), context, timer(type, context, "accepted"), timer(type, context, "refused"),
                timer(type, context, "failed"));
    }

    private Timer timer(Class<?> type, String context, String outcome) {
        return Timer.builder("cleave.commands")
                .description("Commands handled, from their arrival to their answer")
                .tags("command", type.getSimpleName(), "context", context, "outcome", outcome)
                .register(meters);
    }

    /** One command, from its arrival to its answer. */
    final class Handling {

        private final long arrivedAt = System.nanoTime();
        private final Kind kind;
        private final CommandMessage<?> command;
        private Tracing.Part part = Tracing.Part.NONE;

        private Handling(Kind kind, CommandMessage<?> command) {
            this.kind = kind;
            this.command = command;
        }

        /** Does the work on this thread. */
        void work(Runnable work) {
            try (LogContext _ = LogContext.of(command, kind.context());
                    Tracing.Part opened = tracing.continued(kind.name(), Tracing.Side.ANSWERING, command.getMetaData())) {
                part = opened;
                part.tag("cleave.context", kind.context());
                work.run();
            }
        }

        void answered(CommandResultMessage<?> result) {
            long took = System.nanoTime() - arrivedAt;
            Timer outcome = kind.accepted();
            if (result.isExceptional()) {
                Throwable failure = result.exceptionResult();
                @Nullable Failure refusal = refusal(failure);
                outcome = refusal != null ? kind.refused() : kind.failed();
                if (refusal != null) {
                    part.tag("cleave.refused", refusal.code());
                } else {
                    part.failed(failure);
                }
            }
            outcome.record(took, TimeUnit.NANOSECONDS);
        }

        private static @Nullable Failure refusal(Throwable failure) {
            Optional<Object> details = HandlerExecutionException.resolveDetails(failure);
            return details.isPresent() && details.get() instanceof Failure refusal ? refusal : null;
        }
    }
}
