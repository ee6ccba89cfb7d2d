package dev.cleave.platform.eventstore;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Takes snapshots off the command's path: one thread of low priority and a short queue. A snapshot that finds no place is not
 * taken; a later event of the same aggregate asks for it again.
 */
final class SnapshotExecutor implements Executor, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ThreadPoolExecutor delegate;

    SnapshotExecutor(int places) {
        this.delegate = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(places), task -> {
            Thread thread = new Thread(task, "snapshots");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        });
        delegate.allowCoreThreadTimeOut(true);
    }

    /** @throws RejectedExecutionException if there is no place; the snapshotter takes it as a snapshot not taken */
    @Override
    public void execute(Runnable task) {
        delegate.execute(task);
    }

    /** Lets the snapshot that is being taken end, and takes no more. */
    @Override
    public void close() {
        delegate.shutdown();
        delegate.getQueue().clear();
        try {
            if (!delegate.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                delegate.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
