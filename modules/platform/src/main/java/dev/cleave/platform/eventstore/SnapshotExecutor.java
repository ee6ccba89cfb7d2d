package dev.cleave.platform.eventstore;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Takes snapshots off the command's path: one thread of low priority and a short queue. A snapshot that finds no place is not
 * taken; a later event of the same aggregate asks for it again. After a snapshot the thread rests for {@value #REST} times as long as
 * it took, but no longer than half a minute: an aggregate whose state grows large is not to cost more with each of its events, nor to have
 * more and more of them to read after its last snapshot.
 */
final class SnapshotExecutor implements Executor, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int REST = 50;
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final int places;
    private final ScheduledThreadPoolExecutor delegate;
    private volatile long rested = System.nanoTime();

    SnapshotExecutor(int places) {
        this.places = places;
        this.delegate = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "snapshots");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        });
        delegate.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** @throws RejectedExecutionException if there is no place; the snapshotter takes it as a snapshot not taken */
    @Override
    public void execute(Runnable task) {
        if (delegate.getQueue().size() >= places) {
            throw new RejectedExecutionException(places + " snapshots wait already");
        }
        schedule(task);
    }

    private void schedule(Runnable task) {
        delegate.schedule(() -> run(task), rested - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private void run(Runnable task) {
        long begun = System.nanoTime();
        if (begun - rested < 0) {
            schedule(task);
            return;
        }
        try {
            task.run();
        } finally {
            long ended = System.nanoTime();
            rested = ended + Math.min(REST * (ended - begun), LONGEST_REST.toNanos());
        }
    }

    /** Lets the snapshot that is being taken end, and takes no more. */
    @Override
    public void close() {
        delegate.shutdown();
        try {
            if (!delegate.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                delegate.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
