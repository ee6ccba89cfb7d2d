package dev.cleave.platform.eventstore;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/**
 * The one connection that events are written through. On PostgreSQL it also holds the lock that keeps other processes out, so
 * that whoever has lost the lock has lost the connection to write with; H2 locks its file itself.
 */
final class WriterSession implements AutoCloseable {

    private static final String LOCK_KEY = "hashtextextended('event store in ' || current_schema(), 0)";

    private final Connection connection;
    private final PreparedStatement insert;
    private final boolean locked;

    private WriterSession(Connection connection, boolean locked) throws SQLException {
        this.connection = connection;
        this.locked = locked;
        this.insert = connection.prepareStatement(EventTable.INSERT);
    }

    /**
     * Opens the session.
     *
     * @throws EventStoreInUse if another process has one
     */
    static WriterSession open(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(true);
            boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            if (postgres) {
                lock(connection);
            }
            connection.setAutoCommit(false);
            return new WriterSession(connection, postgres);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(" + LOCK_KEY + ")");
                ResultSet row = statement.executeQuery()) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new EventStoreInUse(connection.getMetaData().getURL().split("[?;]")[0]);
            }
        }
    }

    long head() throws SQLException {
        long head = EventTable.head(connection);
        connection.rollback();
        return head;
    }

    boolean holds(StoredEvent event) throws SQLException {
        boolean holds = EventTable.holds(connection, event);
        connection.rollback();
        return holds;
    }

    void check(LastSequenceNumbers lastSequenceNumbers, Collection<Submission> batch) throws SQLException {
        lastSequenceNumbers.begin(connection, batch);
    }

    void insert(List<StoredEvent> events) throws SQLException {
        for (StoredEvent event : events) {
            EventTable.bind(insert, event);
            insert.addBatch();
        }
        try {
            insert.executeBatch();
        } catch (BatchUpdateException e) {
            throw withoutValues(e);
        }
    }

    /** A driver may put the statement and all its values into the message: they belong neither into a log nor into an answer. */
    private static SQLException withoutValues(BatchUpdateException failure) {
        SQLException reason = failure.getNextException();
        if (reason == null && failure.getCause() instanceof SQLException cause) {
            reason = cause;
        }
        return reason != null ? reason : new SQLException("A batch was refused.", failure.getSQLState(), failure.getErrorCode());
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        insert.clearBatch();
        connection.rollback();
    }

    /** Whether the database still answers. */
    boolean alive() {
        try {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try (connection; insert) {
            connection.rollback();
            if (locked) {
                try (PreparedStatement unlock = connection.prepareStatement("SELECT pg_advisory_unlock(" + LOCK_KEY + ")")) {
                    unlock.execute();
                }
                connection.commit();
            }
        } catch (SQLException e) {
            // A connection that is lost has nothing left to release.
            return;
        }
    }
}
