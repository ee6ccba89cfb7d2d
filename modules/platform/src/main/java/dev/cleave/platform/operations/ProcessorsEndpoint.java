package dev.cleave.platform.operations;

import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.message.FailureKind;
import dev.cleave.platform.processing.Processor;
import dev.cleave.platform.processing.Processors;
import dev.cleave.platform.processing.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@code /actuator/processors}: what the processors of this process do, how far behind they are, and how to pause, resume and
 * replay them.
 */
@Endpoint(id = "processors")
class ProcessorsEndpoint {

    private static final long PATIENCE_SECONDS = 20;

    private final Processors processors;
    private final EventStore events;
    private final Progress progress;

    ProcessorsEndpoint(Processors processors, EventStore events, Progress progress) {
        this.processors = processors;
        this.events = events;
        this.progress = progress;
    }

    /**
     * One processor.
     *
     * @param lag how many events it has still to look at
     * @param segments the parts of it that this process works on
     * @param elsewhere the other replicas, by the parts that they work on
     * @param deadLetterSequences how many sequences of events are set aside
     */
    record Status(
            String name,
            String context,
            String kind,
            boolean running,
            boolean failing,
            boolean replaying,
            boolean replayable,
            long position,
            long lag,
            long deadLetterSequences,
            List<Part> segments,
            Map<Integer, String> elsewhere) {}

    /** One part of a processor's events. */
    record Part(int segment, long position, boolean caughtUp, boolean replaying, @Nullable String error) {}

    @ReadOperation
    Map<String, Object> all() {
        long head = head();
        return Map.of(
                "head", head,
                "replica", processors.replica(),
                "processors", processors.all().stream().map(p -> status(p, head)).toList());
    }

    @ReadOperation
    Status one(@Selector String name) {
        return status(named(name), head());
    }

    /**
     * Does something to a processor.
     *
     * @param action {@code pause}, {@code resume}, or {@code replay} (views only: empties what it derived and derives it anew while
     *     the system serves)
     */
    @WriteOperation
    Status act(@Selector String name, String action) {
        Processor processor = named(name);
        PooledStreamingEventProcessor running = processors.running(processor);
        switch (action) {
            case "pause" -> finish(running::shutdownAsync);
            case "resume" -> running.start();
            case "replay" -> replay(processor, running);
            default -> throw new InvalidEndpointRequestException(
                    "Unknown action " + action, "The action must be pause, resume or replay.");
        }
        return status(processor, head());
    }

    private void replay(Processor processor, PooledStreamingEventProcessor running) {
        if (!processor.kind().replayable()) {
            throw new InvalidEndpointRequestException(
                    processor.name() + " is a " + processor.kind(),
                    processor.name() + " acts on events; to replay it would act again. Only views can be replayed.");
        }
        finish(running::shutdownAsync);
        try {
            running.resetTokens();
        } catch (UnableToClaimTokenException e) {
            throw new FailureException(new Failure(
                    "processor-elsewhere",
                    FailureKind.CONFLICT,
                    "Another replica works on " + processor.name() + ": " + progress.holders(processor)
                            + ". Replay it there, or pause it there meanwhile.",
                    Map.of(),
                    true));
        } finally {
            running.start();
        }
    }

    private static void finish(java.util.function.Supplier<java.util.concurrent.CompletableFuture<Void>> step) {
        try {
            step.get().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a processor to stop", e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("A processor did not stop within " + PATIENCE_SECONDS + " s; try again", e);
        }
    }

    /** To Axon a replay ends with the first event after it; to an operator it ends when all events have been read. */
    private Status status(Processor processor, long head) {
        PooledStreamingEventProcessor running = processors.running(processor);
        List<Part> parts = new ArrayList<>();
        long lowest = Long.MAX_VALUE;
        boolean failing = running.isError();
        boolean replaying = false;
        for (EventTrackerStatus part : running.processingStatus().values()) {
            long position = part.getCurrentPosition().orElse(-1);
            lowest = Math.min(lowest, position);
            failing |= part.isErrorState();
            boolean behind = part.isReplaying() && position < head;
            replaying |= behind;
            parts.add(new Part(
                    part.getSegment().getSegmentId(),
                    position,
                    part.isCaughtUp(),
                    behind,
                    part.isErrorState() ? part.getError().getMessage() : null));
        }
        long position = parts.isEmpty() ? -1 : lowest;
        return new Status(
                processor.name(),
                processor.context().name(),
                processor.kind().name().toLowerCase(java.util.Locale.ROOT),
                running.isRunning(),
                failing,
                replaying,
                processor.kind().replayable(),
                position,
                parts.isEmpty() ? -1 : Math.max(0, head - position),
                processors.deadLetters(processor).amountOfSequences(),
                parts,
                elsewhere(processor, parts));
    }

    private Map<Integer, String> elsewhere(Processor processor, List<Part> here) {
        if (here.size() >= processor.kind().segments()) {
            return Map.of();
        }
        Map<Integer, String> others = new TreeMap<>(progress.holders(processor));
        others.values().removeIf(processors.replica()::equals);
        return others;
    }

    private long head() {
        TrackingToken head = events.createHeadToken();
        return head == null ? -1 : orNone(head.position());
    }

    private static long orNone(OptionalLong position) {
        return position.orElse(-1);
    }

    private Processor named(String name) {
        try {
            return processors.named(name);
        } catch (IllegalArgumentException e) {
            throw new InvalidEndpointRequestException(e.getMessage(), e.getMessage());
        }
    }
}
