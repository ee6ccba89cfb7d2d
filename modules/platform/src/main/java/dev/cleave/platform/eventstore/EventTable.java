package dev.cleave.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Reads the table of events. Every method takes a connection for itself, unless it is given the writer's. */
final class EventTable {

    private static final String COLUMNS = "position, aggregate_type, aggregate_identifier, sequence_number, event_identifier, "
            + "recorded_at, payload_type, payload_revision, payload, metadata";

    static final String INSERT = "INSERT INTO stored_event (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Both columns are named in the order, or H2 would read and sort the aggregate's whole history. */
    private static final String LAST_SEQUENCE = "SELECT sequence_number FROM stored_event WHERE aggregate_identifier = ? "
            + "ORDER BY aggregate_identifier DESC, sequence_number DESC LIMIT 1";

    private final DataSource dataSource;

    EventTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The events at {@code from}, {@code from + 1}, … as far as they are stored, at most {@code limit}. */
    List<StoredEvent> read(long from, int limit) {
        return query("SELECT " + COLUMNS + " FROM stored_event WHERE position >= ? AND position < ? ORDER BY position",
                statement -> {
                    statement.setLong(1, from);
                    statement.setLong(2, from + limit);
                    statement.setFetchSize(limit);
                    return events(statement, limit);
                });
    }

    /**
     * The events of an aggregate from a sequence number on, at most {@code limit}.
     *
     * @param head the last position to read; what is behind it is not durable yet, and may never be
     */
    List<StoredEvent> read(String aggregate, long firstSequenceNumber, long head, int limit) {
        return query("SELECT " + COLUMNS + " FROM stored_event WHERE aggregate_identifier = ? AND sequence_number >= ? "
                + "AND position <= ? ORDER BY aggregate_identifier, sequence_number LIMIT ?",
                statement -> {
                    statement.setString(1, aggregate);
                    statement.setLong(2, firstSequenceNumber);
                    statement.setLong(3, head);
                    statement.setInt(4, limit);
                    return events(statement, 16);
                });
    }

    /** The number of an aggregate's last event at or before the position {@code head}. */
    Optional<Long> lastSequenceNumber(String aggregate, long head) {
        return query(LAST_SEQUENCE.replace("= ? ", "= ? AND position <= ? "), statement -> {
            statement.setString(1, aggregate);
            statement.setLong(2, head);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        });
    }

    /** The first position from {@code from} on whose event happened at {@code instant} or later; -1 if there is none. */
    long firstAtOrAfter(long instant, long from) {
        return query("SELECT position FROM stored_event WHERE position >= ? AND recorded_at >= ? ORDER BY position LIMIT 1",
                statement -> {
                    statement.setLong(1, from);
                    statement.setLong(2, instant);
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next() ? row.getLong(1) : -1L;
                    }
                });
    }

    /** Last sequence numbers of the given aggregates; none for an aggregate that has no events. */
    static Map<String, Long> lastSequenceNumbers(Connection connection, Collection<String> aggregates) throws SQLException {
        Map<String, Long> last = new HashMap<>();
        String union = "SELECT i.id, (" + LAST_SEQUENCE.replace("?", "i.id") + ") FROM (VALUES "
                + String.join(", ", Collections.nCopies(aggregates.size(), "(CAST(? AS VARCHAR(255)))")) + ") i(id)";
        try (PreparedStatement statement = connection.prepareStatement(union)) {
            Iterator<String> each = aggregates.iterator();
            for (int i = 1; each.hasNext(); i++) {
                statement.setString(i, each.next());
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    long number = row.getLong(2);
                    if (!row.wasNull()) {
                        last.put(row.getString(1), number);
                    }
                }
            }
        }
        return last;
    }

    /** The last position; -1 if there are no events. */
    static long head(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT MAX(position) FROM stored_event");
                ResultSet row = statement.executeQuery()) {
            row.next();
            long head = row.getLong(1);
            return row.wasNull() ? -1 : head;
        }
    }

    static boolean holds(Connection connection, StoredEvent event) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT event_identifier FROM stored_event WHERE position = ?")) {
            statement.setLong(1, event.position());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && event.eventIdentifier().equals(row.getString(1));
            }
        }
    }

    static void bind(PreparedStatement insert, StoredEvent event) throws SQLException {
        insert.setLong(1, event.position());
        insert.setString(2, event.aggregateType());
        insert.setString(3, event.aggregateIdentifier());
        insert.setLong(4, event.sequenceNumber());
        insert.setString(5, event.eventIdentifier());
        insert.setLong(6, event.recordedAt());
        insert.setString(7, event.payloadType());
        insert.setString(8, event.payloadRevision());
        insert.setBytes(9, event.payload());
        insert.setBytes(10, event.metadata());
    }

    private static List<StoredEvent> events(PreparedStatement statement, int expected) throws SQLException {
        List<StoredEvent> events = new ArrayList<>(expected);
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                events.add(new StoredEvent(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5),
                        row.getLong(6), row.getString(7), row.getString(8), row.getBytes(9), row.getBytes(10)));
            }
        }
        return events;
    }

    private <T> T query(String sql, Query<T> query) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return query.run(statement);
        } catch (SQLException e) {
            throw new EventStoreException("The event store can't be read: " + e.getMessage(), e);
        }
    }

    private interface Query<T> {
        T run(PreparedStatement statement) throws SQLException;
    }
}
