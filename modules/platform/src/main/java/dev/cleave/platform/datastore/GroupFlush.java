package dev.cleave.platform.datastore;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVStore;

/**
 * Makes what was committed to a store on H2 survive the end of the process, for many at once: H2 keeps commits in memory, and
 * one write hands all of them to the operating system. Whoever comes while one is under way waits for the next, which covers
 * all who wait.
 *
 * <p>H2's own choices are a write for every commit, or a thread that writes now and then and loses what it has not written yet.
 * Here it is told to do neither ({@link MVStore#setAutoCommitDelay} below zero), and {@link H2Upkeep} writes what nobody waits for.
 */
final class GroupFlush {

    private final MVStore store;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition done = lock.newCondition();
    private long asked;
    private long flushed;
    private boolean flushing;

    GroupFlush(MVStore store) {
        this.store = store;
        store.setAutoCommitDelay(0);
        store.setAutoCommitDelay(-1);
    }

    /** Returns when everything that was committed before the call survives the end of the process. */
    void flush() {
        lock.lock();
        try {
            long mine = ++asked;
            while (flushed < mine) {
                if (flushing) {
                    done.awaitUninterruptibly();
                } else {
                    flushAllAsked();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void flushAllAsked() {
        long upTo = asked;
        flushing = true;
        lock.unlock();
        boolean written = false;
        try {
            store.commit();
            written = true;
        } finally {
            lock.lock();
            flushing = false;
            if (written) {
                flushed = upTo;
            }
            done.signalAll();
        }
    }
}
