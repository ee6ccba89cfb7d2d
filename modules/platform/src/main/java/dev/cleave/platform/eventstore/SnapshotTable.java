package dev.cleave.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The latest snapshot of each aggregate that has one; a newer one takes the older one's place. */
final class SnapshotTable {

    private static final String UPDATE = "UPDATE stored_snapshot SET sequence_number = ?, aggregate_type = ?, "
            + "event_identifier = ?, recorded_at = ?, payload_type = ?, payload_revision = ?, payload = ?, metadata = ? "
            + "WHERE aggregate_identifier = ? AND sequence_number < ?";

    private static final String INSERT = "INSERT INTO stored_snapshot (sequence_number, aggregate_type, event_identifier, "
            + "recorded_at, payload_type, payload_revision, payload, metadata, aggregate_identifier) "
            + "SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM stored_snapshot WHERE aggregate_identifier = ?)";

    private static final String SELECT = "SELECT sequence_number, aggregate_type, event_identifier, recorded_at, payload_type, "
            + "payload_revision, payload, metadata FROM stored_snapshot WHERE aggregate_identifier = ?";

    private final DataSource dataSource;

    SnapshotTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Keeps the snapshot, unless there is one that is as new. */
    void store(StoredEvent snapshot) {
        try (Connection connection = dataSource.getConnection()) {
            try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
                bind(update, snapshot);
                update.setLong(10, snapshot.sequenceNumber());
                if (update.executeUpdate() > 0) {
                    return;
                }
            }
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                bind(insert, snapshot);
                insert.setString(10, snapshot.aggregateIdentifier());
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new EventStoreException("The snapshot of " + snapshot.aggregateIdentifier() + " can't be stored: "
                    + e.getMessage(), e);
        }
    }

    Optional<StoredEvent> read(String aggregate) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setString(1, aggregate);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new StoredEvent(-1, row.getString(2), aggregate, row.getLong(1), row.getString(3),
                                row.getLong(4), row.getString(5), row.getString(6), row.getBytes(7), row.getBytes(8)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new EventStoreException("The event store can't be read: " + e.getMessage(), e);
        }
    }

    private static void bind(PreparedStatement statement, StoredEvent snapshot) throws SQLException {
        statement.setLong(1, snapshot.sequenceNumber());
        statement.setString(2, snapshot.aggregateType());
        statement.setString(3, snapshot.eventIdentifier());
        statement.setLong(4, snapshot.recordedAt());
        statement.setString(5, snapshot.payloadType());
        statement.setString(6, snapshot.payloadRevision());
        statement.setBytes(7, snapshot.payload());
        statement.setBytes(8, snapshot.metadata());
        statement.setString(9, snapshot.aggregateIdentifier());
    }
}
