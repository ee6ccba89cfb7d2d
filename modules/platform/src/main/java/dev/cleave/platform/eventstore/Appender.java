package dev.cleave.platform.eventstore;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the waiting submissions, writes them in one transaction in one order, and answers each when its events are durable.
 * While one batch is being written the next one gathers, so that the busier the store the larger the batches.
 */
final class Appender implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Appender.class);

    private final BatchWriter writer;
    private final BlockingQueue<Submission> queue;
    private final EventStoreProperties properties;
    private final Thread thread;
    private final DistributionSummary batchSizes;
    private final Timer writes;
    private final Timer waits;
    private final ReentrantLock writing = new ReentrantLock(true);
    private @Nullable Submission leftOver;
    private volatile boolean closing;
    private volatile boolean closed;

    Appender(BatchWriter writer, EventStoreProperties properties, MeterRegistry meters) {
        this.writer = writer;
        this.properties = properties;
        this.queue = new ArrayBlockingQueue<>(properties.queueCapacity());
        this.batchSizes = DistributionSummary.builder("cleave.eventstore.batch")
                .description("Events written in one transaction").baseUnit("events").register(meters);
        this.writes = Timer.builder("cleave.eventstore.write")
                .description("How long it takes to make a batch of events durable").register(meters);
        this.waits = Timer.builder("cleave.eventstore.append")
                .description("How long a unit of work waits for its events to become durable").register(meters);
        Gauge.builder("cleave.eventstore.queue", queue, BlockingQueue::size)
                .description("Units of work that wait to be written").register(meters);
        this.thread = Thread.ofPlatform().name("event-store-writer").daemon().unstarted(this::run);
        this.thread.start();
    }

    /**
     * Hands a submission to the writer and waits until its events are durable.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException if another command was faster
     * @throws EventStoreUnavailable if nothing was stored and it may be tried again later
     * @throws AppendOutcomeUnknown if nobody can say whether the events are stored
     */
    void append(Submission submission) {
        long begin = System.nanoTime();
        try {
            String trouble = writer.diskTrouble();
            if (trouble != null) {
                throw new EventStoreUnavailable(trouble + " Nothing was stored.");
            }
            Duration patience = properties.queueTimeout();
            if (closing || !queue.offer(submission, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw closing ? isClosed() : new EventStoreUnavailable("The event store is overloaded: " + queue.size()
                        + " units of work have been waiting for " + patience.toMillis()
                        + " ms. Nothing was stored; try again later.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreUnavailable("Interrupted before anything was stored.", e);
        }
        if (closed && queue.remove(submission)) {
            throw isClosed();
        }
        submission.await(properties.appendTimeout(), () -> writer.diskTrouble() != null);
        waits.record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
    }

    /** Does something while no batch is being written. */
    <T> T betweenBatches(Supplier<T> action) {
        writing.lock();
        try {
            return action.get();
        } finally {
            writing.unlock();
        }
    }

    /** Writes what has been handed in so far, and refuses what comes later. */
    @Override
    public void close() {
        closing = true;
        queue.offer(new Submission(List.of(), List.of()));
        try {
            thread.join(properties.appendTimeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closing || !queue.isEmpty() || leftOver != null) {
            List<Submission> batch = List.of();
            try {
                batch = nextBatch();
                if (batch.isEmpty()) {
                    writer.idle();
                } else {
                    long begin = System.nanoTime();
                    List<Submission> next = batch;
                    int events = betweenBatches(() -> writer.write(next));
                    writes.record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
                    batchSizes.record(events);
                }
            } catch (InterruptedException e) {
                log.warn("The event store's writer does not end by being interrupted");
            } catch (RuntimeException | Error e) {
                log.error("The event store's writer failed unexpectedly", e);
                batch.forEach(submission -> submission.failed(new AppendOutcomeUnknown(
                        "The event store's writer failed; the events may be stored or not.", e)));
                writer.startOver();
            }
        }
        closed = true;
        writer.close();
        for (Submission late = queue.poll(); late != null; late = queue.poll()) {
            late.failed(isClosed());
        }
    }

    private List<Submission> nextBatch() throws InterruptedException {
        Submission next = leftOver != null ? leftOver : queue.poll(200, TimeUnit.MILLISECONDS);
        leftOver = null;
        List<Submission> batch = new ArrayList<>();
        int events = 0;
        long bytes = 0;
        while (next != null) {
            if (!batch.isEmpty() && (events + next.events().size() > properties.batchEvents()
                    || bytes + next.bytes() > properties.batchSize().toBytes())) {
                leftOver = next;
                break;
            }
            if (next.take()) {
                batch.add(next);
                events += next.events().size();
                bytes += next.bytes();
            }
            next = queue.poll();
        }
        return batch;
    }

    private static EventStoreUnavailable isClosed() {
        return new EventStoreUnavailable("The event store is closed; nothing was stored.");
    }
}
