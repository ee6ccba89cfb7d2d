package dev.cleave.platform.eventstore;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/** One reader's way through the shared history. Used by one thread at a time, as every {@link BlockingStream}. */
final class CommittedEvents implements TrackingEventStream {

    private final History history;
    private long position;
    private int indexAtPosition;
    private @Nullable EventPage page;
    private @Nullable Runnable callback;
    private volatile boolean closed;

    /** @param position the first position to read */
    CommittedEvents(History history, long position) {
        this.history = history;
        this.position = position;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return Optional.ofNullable(current());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (current() != null) {
            return true;
        }
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (!closed && history.await(position, deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            if (current() != null) {
                return true;
            }
        }
        return false;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS)) {
            if (closed) {
                throw new IllegalStateException("The stream is closed.");
            }
        }
        TrackedEventMessage<?> message = Objects.requireNonNull(current());
        indexAtPosition++;
        return message;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable newCallback) {
        if (callback != null) {
            history.leave(callback);
        }
        callback = newCallback;
        history.listen(newCallback);
        if (current() != null) {
            newCallback.run();
        }
        return true;
    }

    @Override
    public void close() {
        closed = true;
        if (callback != null) {
            history.leave(callback);
        }
    }

    private @Nullable TrackedEventMessage<?> current() {
        history.requireOpen();
        while (!closed && position <= history.head()) {
            List<TrackedEventMessage<?>> here = pageHere().at(position);
            if (indexAtPosition < here.size()) {
                return here.get(indexAtPosition);
            }
            position++;
            indexAtPosition = 0;
        }
        return null;
    }

    private EventPage pageHere() {
        EventPage here = page;
        if (here == null || !here.covers(position)) {
            here = history.page(position);
            page = here;
            history.readAhead(here);
        }
        return here;
    }
}
