package dev.cleave.platform.processing;

import dev.cleave.platform.messaging.ViewFreshness;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Holds how far a context's views have read against how far the event log goes. */
final class ReadUpToNow implements ViewFreshness {

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final String context;
    private final Processors processors;
    private final Progress progress;

    ReadUpToNow(String context, Processors processors, Progress progress) {
        this.context = context;
        this.processors = processors;
        this.progress = progress;
    }

    @Override
    public boolean await(String view, Duration atMost) {
        Processor processor = processors.named(context + "." + view);
        long end = System.nanoTime() + atMost.toNanos();
        long now = progress.head();
        while (progress.of(processor) < now) {
            if (System.nanoTime() >= end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }
}
