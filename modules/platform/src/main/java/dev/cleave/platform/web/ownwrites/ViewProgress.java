package dev.cleave.platform.web.ownwrites;

import dev.cleave.platform.processing.ViewCommits;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Tells those who wait for a view that it has moved on. Whoever processes a view's events says so after each commit; whoever
 * waits for one of their aggregates looks again then, and now and then besides, in case another process keeps the view.
 */
public final class ViewProgress implements ViewCommits {

    private final long firstPause;
    private final long longestPause;

    public ViewProgress() {
        this(Duration.ofMillis(20), Duration.ofMillis(100));
    }

    /** The pauses after which to look again without having been told grow from the first to the longest. */
    public ViewProgress(Duration firstPause, Duration longestPause) {
        this.firstPause = firstPause.toNanos();
        this.longestPause = longestPause.toNanos();
    }

    private record Subject(String context, String aggregateId) {}

    private static final class Waiter {

        private final Thread thread = Thread.currentThread();
        private volatile boolean woken;

        void wake() {
            woken = true;
            LockSupport.unpark(thread);
        }
    }

    private final Map<Subject, Set<Waiter>> waiting = new ConcurrentHashMap<>();

    @Override
    public void committed(String context, Set<String> aggregateIds) {
        if (waiting.isEmpty()) {
            return;
        }
        for (String aggregateId : aggregateIds) {
            Set<Waiter> waiters = waiting.get(new Subject(context, aggregateId));
            if (waiters != null) {
                waiters.forEach(Waiter::wake);
            }
        }
    }

    /**
     * Waits until a view of the context has reached what is asked of it.
     *
     * @param reached looks into the view
     * @return whether it has, in time
     */
    boolean await(String context, String aggregateId, Duration atMost, BooleanSupplier reached) {
        Subject subject = new Subject(context, aggregateId);
        Waiter waiter = new Waiter();
        waiting.compute(subject, (key, waiters) -> {
            Set<Waiter> all = waiters == null ? ConcurrentHashMap.newKeySet() : waiters;
            all.add(waiter);
            return all;
        });
        try {
            long end = System.nanoTime() + atMost.toNanos();
            long pause = firstPause;
            while (true) {
                waiter.woken = false;
                if (reached.getAsBoolean()) {
                    return true;
                }
                long left = end - System.nanoTime();
                if (left <= 0 || Thread.currentThread().isInterrupted()) {
                    return false;
                }
                pause(waiter, Math.min(pause, left));
                pause = Math.min(pause * 2, longestPause);
            }
        } finally {
            waiting.computeIfPresent(subject, (key, waiters) -> {
                waiters.remove(waiter);
                return waiters.isEmpty() ? null : waiters;
            });
        }
    }

    private static void pause(Waiter waiter, long nanos) {
        long until = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !waiter.woken && !Thread.currentThread().isInterrupted();
                left = until - System.nanoTime()) {
            LockSupport.parkNanos(waiter, left);
        }
    }
}
