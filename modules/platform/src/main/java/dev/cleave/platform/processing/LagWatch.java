package dev.cleave.platform.processing;

import dev.cleave.platform.repeated.RepeatedWork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the processors a few times a second, and keeps what it saw as meters too. */
final class LagWatch extends RepeatedWork implements Lags {

    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final Logger log = LoggerFactory.getLogger(LagWatch.class);

    private final Processors processors;
    private final Progress progress;
    private final EventStore events;
    private final Stopwatch stopwatch;
    private final Map<Processor, Course> courses = new HashMap<>();
    private volatile List<Lag> latest = List.of();

    LagWatch(Processors processors, Progress progress, EventStore events, LongSupplier nanoTime, MeterRegistry meters) {
        super("lag-watch", INTERVAL, Integer.MAX_VALUE);
        this.processors = processors;
        this.progress = progress;
        this.events = events;
        this.stopwatch = new Stopwatch(nanoTime);
        for (Processor processor : processors.all()) {
            Gauge.builder("cleave.processor.lag.events", () -> of(processor).events()).tags(processor.tags())
                    .description("Events that the processor has still to look at").register(meters);
            TimeGauge.builder("cleave.processor.lag", () -> of(processor).time().toMillis(), TimeUnit.MILLISECONDS)
                    .tags(processor.tags())
                    .description("How long ago the first event was stored that the processor has still to look at")
                    .register(meters);
            Gauge.builder("cleave.processor.segments", () -> processors.running(processor).processingStatus().size())
                    .tags(processor.tags())
                    .description("Parts of the processor's events that this process works on").register(meters);
            Gauge.builder("cleave.processor.segments.unowned", () -> of(processor).unowned()).tags(processor.tags())
                    .description("Parts of the processor's events that no replica works on").register(meters);
            TimeGauge.builder("cleave.processor.unowned", () -> of(processor).unownedFor().toMillis(), TimeUnit.MILLISECONDS)
                    .tags(processor.tags())
                    .description("For how long no replica has worked on a part of the processor's events").register(meters);
        }
    }

    @Override
    public Collection<Lag> all() {
        return latest;
    }

    @Override
    public Lag of(Processor processor) {
        return latest.stream().filter(lag -> lag.processor().equals(processor)).findFirst()
                .orElseGet(() -> new Lag(processor, 0, Duration.ZERO, true, 0, Duration.ZERO));
    }

    private void look() {
        try {
            TrackingToken token = events.createHeadToken();
            long head = token == null ? -1 : token.position().orElse(-1);
            stopwatch.passed(head);
            List<Lag> lags = new ArrayList<>();
            for (Processor processor : processors.all()) {
                Course course = courses.computeIfAbsent(processor, p -> new Course());
                PooledStreamingEventProcessor running = processors.running(processor);
                course.lookForOwners(processor, running);
                long position = course.position(running, head);
                Lag lag = new Lag(processor, head - position, stopwatch.since(position), course.moves(position, head),
                        course.unowned.parts(), course.unownedFor());
                course.sayIfAbandoned(lag);
                lags.add(lag);
            }
            latest = List.copyOf(lags);
        } catch (RuntimeException e) {
            log.debug("The processors' lag can't be told at present", e);
        }
    }

    @Override
    protected List<Runnable> pieces() {
        return List.of(this::look);
    }

    /** Where a processor is, and whether it gets on. */
    private final class Course {

        private static final Duration PATIENCE = Duration.ofSeconds(1);

        private static final Duration BETWEEN_LOOKS_FOR_OWNERS = Duration.ofSeconds(1);

        private long last = Long.MIN_VALUE;
        private long movedAt;
        private Progress.Unowned unowned = Progress.Unowned.NONE;
        private long unownedSince;
        private boolean said;
        private long lookedForOwnersAt = Long.MIN_VALUE;

        /** Parts that are not worked on here are looked up in the store, once a second. Whoever pauses a processor does it on purpose. */
        void lookForOwners(Processor processor, PooledStreamingEventProcessor running) {
            long now = stopwatch.now();
            if (!running.isRunning() || running.processingStatus().size() >= processor.kind().segments()) {
                unowned = Progress.Unowned.NONE;
                lookedForOwnersAt = Long.MIN_VALUE;
            } else if (lookedForOwnersAt == Long.MIN_VALUE
                    || now - lookedForOwnersAt >= BETWEEN_LOOKS_FOR_OWNERS.toNanos()) {
                Progress.Unowned found = progress.unowned(processor);
                if (unowned.parts() == 0) {
                    unownedSince = now;
                }
                unowned = found;
                lookedForOwnersAt = now;
            }
        }

        /** Once, until somebody works on all parts again. */
        void sayIfAbandoned(Lag lag) {
            if (lag.abandoned() && !said) {
                log.warn("{}: nobody has worked on {} of its {} parts for {} s, and no new processes are taken on; see"
                        + " /actuator/processors, and start the process anew if it does not end",
                        lag.processor().name(), lag.unowned(), lag.processor().kind().segments(), lag.unownedFor().toSeconds());
            }
            said = lag.abandoned();
        }

        Duration unownedFor() {
            return unowned.parts() == 0 ? Duration.ZERO : Duration.ofNanos(stopwatch.now() - unownedSince);
        }

        /**
         * Where the slowest of its parts is, of those in this process and those that nobody works on. Paused, it stays where it
         * was; without such parts it has nothing to do.
         */
        long position(PooledStreamingEventProcessor processor, long head) {
            if (!processor.isRunning() && last != Long.MIN_VALUE) {
                return Math.min(last, head);
            }
            long lowest = Math.min(head, unowned.position());
            for (EventTrackerStatus part : processor.processingStatus().values()) {
                lowest = Math.min(lowest, part.getCurrentPosition().orElse(-1));
            }
            return lowest;
        }

        boolean moves(long position, long head) {
            if (position != last || position == head) {
                last = position;
                movedAt = stopwatch.now();
            }
            return stopwatch.now() - movedAt < PATIENCE.toNanos();
        }
    }
}
