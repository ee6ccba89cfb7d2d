package dev.cleave.platform.datastore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that a store on H2 is in, as the operating system takes what is written to it.
 *
 * <p>H2 gives a store up for good after one write that failed, with all it holds in memory. So a write that is refused, because the
 * disk is full, read-only or ill, does not fail here but is tried again until it succeeds, and H2 waits for it. Meanwhile
 * {@link #trouble()} says so, and nothing is acknowledged. While the store is being opened or closed nobody waits.
 */
final class StoreFile {

    private static final Logger log = LoggerFactory.getLogger(StoreFile.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final long REMINDER = Duration.ofMinutes(5).toNanos();
    private static final long SILENCE = Duration.ofSeconds(20).toNanos();

    /** A write as it is handed on. */
    interface Write {
        void run() throws IOException;
    }

    private final String store;
    private final Consumer<String> end;
    private final Object changed = new Object();
    private volatile boolean patient;
    private volatile @Nullable FileChannel channel;
    private volatile boolean forced = true;
    private final ReentrantLock writing = new ReentrantLock();
    private final Runnable before;
    private @Nullable String trouble;
    private long since;
    private long lastSaid = System.nanoTime() - REMINDER;

    /**
     * @param store the store's name
     * @param before forces to the disk what must not be older there than this file
     * @param end called with the reason when the process must end, because what the file holds is no longer known
     */
    StoreFile(String store, Runnable before, Consumer<String> end) {
        this.store = store;
        this.before = before;
        this.end = end;
    }

    /** From now on a write that is refused is tried again until it succeeds. */
    void waitForRoom() {
        patient = true;
    }

    /** From now on a write that is refused fails, also one that is being tried again. */
    void stopWaiting() {
        synchronized (changed) {
            patient = false;
            changed.notifyAll();
        }
    }

    /** Whether a write that is refused is tried again; not while the store is being opened or the process stops. */
    boolean isWaitedFor() {
        return patient;
    }

    /** Why nothing can be written at present, with the remedy; null if all is well. */
    @Nullable String trouble() {
        synchronized (changed) {
            return trouble;
        }
    }

    /** Returns when there is no trouble, or nobody waits any more. */
    void awaitWritable() {
        boolean interrupted = false;
        synchronized (changed) {
            while (trouble != null && patient) {
                try {
                    changed.wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The channel that the store writes through. */
    void opened(FileChannel openedChannel) {
        channel = openedChannel;
    }

    /** Writes; see above. */
    void write(Write write) throws IOException {
        writing.lock();
        try {
            forced = false;
            writeUntilTaken(write);
        } finally {
            writing.unlock();
        }
    }

    private void writeUntilTaken(Write write) throws IOException {
        while (true) {
            try {
                write.run();
                recovered();
                return;
            } catch (ClosedChannelException e) {
                throw e;
            } catch (IOException e) {
                if (!patient) {
                    throw e;
                }
                failed(e);
                pause();
            }
        }
    }

    /** Forces to the disk what was written and is not there yet. */
    void force() {
        FileChannel present = channel;
        try {
            if (present != null && !forced) {
                force(present);
            }
        } catch (ClosedChannelException e) {
            log.debug("The file of {} is closed; that forced it", store, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Forces what was written, after what must not be older. Nothing is written in between, for that could be newer. A failure ends
     * the process: what was written before may be lost although the file still shows it, and trying again would tell nothing, because
     * the operating system reports it once and takes the pages for clean.
     */
    void force(FileChannel written) throws IOException {
        writing.lock();
        try {
            before.run();
            written.force(false);
            forced = true;
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            if (patient) {
                end.accept("The disk did not keep what was written to the store '" + store + "': " + e.getMessage()
                        + ". Check the disk, then start again.");
            }
            throw e;
        } finally {
            writing.unlock();
        }
    }

    private void failed(IOException reason) {
        String why = "The store '" + store + "' can't be written to: " + reason.getMessage() + ". "
                + remedy(String.valueOf(reason.getMessage())) + " It goes on by itself a moment later.";
        synchronized (changed) {
            long now = System.nanoTime();
            if (trouble == null) {
                since = now;
            }
            if (now - lastSaid > (trouble == null ? SILENCE : REMINDER)) {
                log.error("{} Nothing that was acknowledged is lost; new work is refused until then.", why);
                lastSaid = now;
            }
            trouble = why;
        }
    }

    private void recovered() {
        if (trouble() == null) {
            return;
        }
        synchronized (changed) {
            trouble = null;
            log.info("The store '{}' can be written to again, after {} s", store,
                    Duration.ofNanos(System.nanoTime() - since).toSeconds());
            changed.notifyAll();
        }
    }

    private void pause() {
        boolean interrupted = false;
        synchronized (changed) {
            try {
                if (patient) {
                    changed.wait(PAUSE.toMillis());
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What to do about a write that was refused for the given reason. */
    static String remedy(String reason) {
        if (reason.contains("No space left") || reason.contains("not enough space") || reason.contains("quota")
                || reason.contains("File too large")) {
            return "Make room where cleave.data-directory is, or raise the limit.";
        }
        if (reason.contains("Read-only file system")) {
            return "Make the file system of cleave.data-directory writable.";
        }
        return "Check the disk of cleave.data-directory.";
    }
}
