package dev.cleave.platform.datastore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that keeps a store's file on H2, for as long as the store is open.
 *
 * <p>It makes durable what was committed, for many at once: H2 keeps commits in memory, and one write hands all of them to the
 * operating system. Whoever comes while one is under way waits for the next, which covers all who wait. H2's own choices are a write
 * for every commit, or a thread that writes now and then and loses what it has not written yet. Here it is told to do neither
 * ({@link MVStore#setAutoCommitDelay} below zero), and what nobody waits for is written a few times a second.
 *
 * <p>A store that H2 does not write to on its own has nobody who tidies up either: each write appends the pages that changed, and what
 * they replace stays. So what is still needed is moved out of the emptiest parts of the file, a little at a time, and the file is
 * forced to the disk well before H2 overwrites a part that has become empty.
 */
final class FileKeeper implements AutoCloseable {

    /** How long H2 leaves a part of its file alone after it has become empty, in milliseconds. */
    static final int RETENTION = 5_000;

    private static final Logger log = LoggerFactory.getLogger(FileKeeper.class);
    private static final long PAUSE = Duration.ofMillis(250).toNanos();
    private static final int ROUNDS_PER_FORCE = 4;
    private static final int FILLED_ENOUGH = 60;
    private static final int BYTES_PER_ROUND = 1024 * 1024;
    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();
    private static final long PATIENCE_IN_TROUBLE = Duration.ofSeconds(2).toNanos();

    private final String name;
    private final MVStore store;
    private final StoreFile file;
    private final Consumer<String> end;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private final Condition done = lock.newCondition();
    private long asked;
    private long flushed;
    private boolean closing;
    private boolean lost;
    private long tidiedVersion;
    private long forcedVersion;

    /** @param end called with the reason when H2 has given the store up, so that the process must end */
    FileKeeper(String name, MVStore store, StoreFile file, Consumer<String> end) {
        this.name = name;
        this.store = store;
        this.file = file;
        this.end = end;
        // Not by the URL, or each new connection would set it anew, also while a backup needs another.
        store.setRetentionTime(RETENTION);
        this.thread = Thread.ofPlatform().name("file-" + name).daemon().start(this::run);
    }

    /** The file that a connection writes to, or null if it is in memory. */
    static @Nullable MVStore fileOf(Connection connection) throws SQLException {
        return connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                && session.getDatabase().isPersistent()
                        ? session.getDatabase().getStore().getMvStore()
                        : null;
    }

    /** Tells H2 not to write by itself; {@link #flush()} does. */
    void writeOnlyWhenAsked() {
        store.setAutoCommitDelay(0);
        store.setAutoCommitDelay(-1);
    }

    MVStore store() {
        return store;
    }

    /** The size of the file in bytes. */
    long size() {
        return store.isClosed() ? 0 : store.getFileStore().size();
    }

    /** Why nothing can be written at present; null if all is well. */
    @Nullable String trouble() {
        return file.trouble();
    }

    /**
     * Before something is written.
     *
     * @throws StoreNotWritable if nothing can be made durable at present
     */
    void requireWritable() {
        String trouble = file.trouble();
        if (trouble != null) {
            throw StoreNotWritable.nothingChanged(trouble);
        }
    }

    /**
     * Returns when everything that was committed before the call is durable.
     *
     * @throws StoreNotWritable if it can't be said to be
     */
    void flush() {
        boolean interrupted = false;
        lock.lock();
        try {
            long mine = ++asked;
            wanted.signal();
            long began = System.nanoTime();
            while (flushed < mine) {
                long patience = file.trouble() == null ? PATIENCE : PATIENCE_IN_TROUBLE;
                if (lost || closing || System.nanoTime() - began > patience) {
                    throw StoreNotWritable.outcomeUnknown(
                            "The store '" + name + "' did not become durable in time; what was written may be kept or not.");
                }
                try {
                    done.awaitNanos(PAUSE);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends the upkeep; before the store is closed. Not by interruption, which would close its file. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            wanted.signal();
            done.signalAll();
        } finally {
            lock.unlock();
        }
        file.stopWaiting();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long lookedAfter = System.nanoTime();
        for (int round = 1; awaitWork(lookedAfter + PAUSE);) {
            try {
                flushAllAsked();
                if (System.nanoTime() - lookedAfter >= PAUSE) {
                    lookedAfter = System.nanoTime();
                    lookAfter(round++ % ROUNDS_PER_FORCE == 0);
                }
            } catch (MVStoreException | IllegalStateException e) {
                log.debug("The file of {} was not written to", name, e);
                LockSupport.parkNanos(PAUSE);
            }
            if (store.isClosed() && !isClosing()) {
                giveUp();
                return;
            }
        }
    }

    /** Waits until somebody asks for a flush or it is time; false if it is over. */
    private boolean awaitWork(long until) {
        lock.lock();
        try {
            while (asked == flushed && !closing) {
                long left = until - System.nanoTime();
                if (left <= 0) {
                    return true;
                }
                wanted.awaitNanos(left);
            }
            return !closing;
        } catch (InterruptedException e) {
            log.debug("The upkeep of H2 does not end by being interrupted");
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void flushAllAsked() {
        lock.lock();
        long upTo = asked;
        boolean nobodyWaits = upTo == flushed;
        lock.unlock();
        if (nobodyWaits) {
            return;
        }
        store.commit();
        if (store.isClosed()) {
            return;
        }
        lock.lock();
        flushed = upTo;
        done.signalAll();
        lock.unlock();
    }

    private void lookAfter(boolean force) {
        store.commit();
        long version = store.getCurrentVersion();
        if (version != tidiedVersion) {
            store.compact(FILLED_ENOUGH, BYTES_PER_ROUND);
            boolean nothingLeftToDo = store.getCurrentVersion() == version;
            tidiedVersion = nothingLeftToDo ? version : tidiedVersion;
        }
        if (force && version != forcedVersion) {
            store.sync();
            forcedVersion = version;
        }
    }

    private void giveUp() {
        lock.lock();
        try {
            lost = true;
            done.signalAll();
        } finally {
            lock.unlock();
        }
        if (!file.isWaitedFor()) {
            log.debug("The file of {} is closed while the process stops", name);
            return;
        }
        String reason =
                store.getPanicException() == null ? "it was closed" : String.valueOf(store.getPanicException().getMessage());
        end.accept("H2 gave up the store '" + name + "': " + reason + ". What was acknowledged is in its file. Start again.");
    }

    private boolean isClosing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }
}
