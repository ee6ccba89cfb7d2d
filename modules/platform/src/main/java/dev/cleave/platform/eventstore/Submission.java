package dev.cleave.platform.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** The events of one unit of work on their way into the store: all of them or none. */
final class Submission {

    private enum State { WAITING, TAKEN, WITHDRAWN }

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Duration PATIENCE_IN_TROUBLE = Duration.ofSeconds(2);

    private final List<? extends EventMessage<?>> messages;
    private final List<StoredEvent> events;
    private final int bytes;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile @Nullable RuntimeException failure;

    Submission(List<? extends EventMessage<?>> messages, List<StoredEvent> events) {
        this.messages = messages;
        this.events = events;
        this.bytes = events.stream().mapToInt(StoredEvent::size).sum();
    }

    List<? extends EventMessage<?>> messages() {
        return messages;
    }

    /** The events, without positions. */
    List<StoredEvent> events() {
        return events;
    }

    int bytes() {
        return bytes;
    }

    /** The writer begins with it; false if it has been withdrawn. */
    boolean take() {
        return state.compareAndSet(State.WAITING, State.TAKEN);
    }

    void stored() {
        answered.countDown();
    }

    void failed(RuntimeException reason) {
        failure = reason;
        answered.countDown();
    }

    /**
     * Waits until the events are durable. Being interrupted does not end the wait once the writer has begun, for then nobody
     * could say what became of the events; the interruption is kept for the caller.
     *
     * @param diskInTrouble whether the disk takes nothing at present, so that it is not worth waiting long
     * @throws EventStoreUnavailable if nothing was stored
     * @throws AppendOutcomeUnknown if there is no answer in time
     */
    void await(Duration timeout, BooleanSupplier diskInTrouble) {
        long began = System.nanoTime();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    if (answered.await(LOOK_AGAIN.toNanos(), TimeUnit.NANOSECONDS)) {
                        break;
                    }
                    long waited = System.nanoTime() - began;
                    boolean trouble = diskInTrouble.getAsBoolean();
                    if (waited >= timeout.toNanos() || trouble) {
                        requireWithdrawn("The event store can't be written to in time; nothing was stored.");
                    }
                    if (waited >= timeout.toNanos() || trouble && waited >= PATIENCE_IN_TROUBLE.toNanos()) {
                        throw new AppendOutcomeUnknown(
                                "The event store gave no answer in " + TimeUnit.NANOSECONDS.toMillis(waited)
                                        + " ms; the events may be stored or not.",
                                null);
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                    requireWithdrawn("Interrupted before anything was stored.");
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        RuntimeException reason = failure;
        if (reason != null) {
            throw reason;
        }
    }

    private void requireWithdrawn(String message) {
        if (state.compareAndSet(State.WAITING, State.WITHDRAWN)) {
            throw new EventStoreUnavailable(message);
        }
    }
}
