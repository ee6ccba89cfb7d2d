package dev.cleave.platform.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The commands that a policy tells while it handles one batch of events: those of one process one after the other, those of
 * different processes side by side. All are answered before the batch's progress is recorded.
 */
public final class CommandBatch {

    private static final String RESOURCE = CommandBatch.class.getName();

    private final Attempts attempts;
    private final Duration timeout;
    private final SequencingByProcess sequencing = new SequencingByProcess();
    private final Map<Object, CompletableFuture<?>> lastOfProcess = new HashMap<>();
    private final List<Told> told = new ArrayList<>();

    /** What is known of failed attempts to handle an event. */
    public interface Attempts {

        /** Whether an event failed before. */
        boolean knows(String eventIdentifier);

        /** Counts a failure that came to light only after its event's handler was done; the batch is to be undone with the result. */
        RuntimeException failed(EventMessage<?> event, Throwable cause);
    }

    private record Told(EventMessage<?> event, CompletableFuture<?> outcome) {}

    private CommandBatch(Attempts attempts, Duration timeout) {
        this.attempts = attempts;
        this.timeout = timeout;
    }

    /** The batch that the present event belongs to, or null outside of one. */
    static @Nullable CommandBatch current() {
        return CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().root().getResource(RESOURCE) : null;
    }

    /** Whether a command for an event may go side by side with others; one that failed before goes alone, so that it fails alone. */
    boolean takes(EventMessage<?> event) {
        return !attempts.knows(event.getIdentifier());
    }

    void tell(EventMessage<?> event, Supplier<CompletableFuture<Answer>> command) {
        Object process = sequencing.getSequenceIdentifierFor(event);
        CompletableFuture<?> before = lastOfProcess.get(process);
        CompletableFuture<?> outcome = before == null ? command.get() : before.thenCompose(done -> command.get());
        lastOfProcess.put(process, outcome);
        told.add(new Told(event, outcome));
    }

    /** Waits for what was told so far for the event's process. */
    void settle(EventMessage<?> event) {
        CompletableFuture<?> before = lastOfProcess.get(sequencing.getSequenceIdentifierFor(event));
        if (before != null) {
            answered(event, before, System.nanoTime() + timeout.toNanos());
        }
    }

    private void settleAll() {
        long deadline = System.nanoTime() + timeout.toNanos();
        for (Told one : told) {
            answered(one.event(), one.outcome(), deadline);
        }
    }

    private void answered(EventMessage<?> event, CompletableFuture<?> outcome, long deadline) {
        try {
            outcome.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new CommandNotAnswered(
                    CommandNotAnswered.Fate.UNKNOWN, "A policy's command was not answered within " + timeout.toMillis() + " ms",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandNotAnswered(CommandNotAnswered.Fate.UNKNOWN, "Interrupted while waiting for an answer", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() instanceof CompletionException wrapped ? wrapped.getCause() : e.getCause();
            if (cause instanceof CommandNotAnswered notAnswered) {
                throw notAnswered;
            }
            throw attempts.failed(event, cause);
        }
    }

    /** Opens a batch for the first of its events and waits for its answers after the last. */
    public record Answered(Attempts attempts, Duration timeout) implements MessageHandlerInterceptor<EventMessage<?>> {

        @Override
        public Object handle(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
            CommandBatch batch = unitOfWork.root().getOrComputeResource(RESOURCE, key -> new CommandBatch(attempts, timeout));
            Object result = chain.proceed();
            if (!(unitOfWork instanceof BatchingUnitOfWork<?> events) || events.isLastMessage()) {
                batch.settleAll();
            }
            return result;
        }
    }
}
