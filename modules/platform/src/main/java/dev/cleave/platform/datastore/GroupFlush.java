package dev.cleave.platform.datastore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Makes what was committed to a store on H2 survive the end of the process, for many at once: H2 keeps commits in memory for a
 * while, and one {@code CHECKPOINT} hands all of them to the operating system. Whoever comes while one is under way waits for the
 * next, which covers all who wait.
 */
final class GroupFlush {

    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition done = lock.newCondition();
    private long asked;
    private long flushed;
    private boolean flushing;

    /** @param connection a connection for this alone: those who wait hold theirs */
    GroupFlush(Connection connection) {
        this.connection = connection;
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
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            throw new UncategorizedSQLException("making commits durable", "CHECKPOINT", e);
        } finally {
            lock.lock();
            flushing = false;
            done.signalAll();
        }
        flushed = upTo;
    }
}
