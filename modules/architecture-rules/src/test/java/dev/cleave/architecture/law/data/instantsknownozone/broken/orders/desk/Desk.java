package dev.cleave.architecture.law.data.instantsknownozone.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

class Desk {

    @Caught
    Object bound(Instant due) {
        return Timestamp.from(due);
    }

    @Caught
    Object read(ResultSet row) throws SQLException {
        return row.getTimestamp(1);
    }

    @Caught
    void bind(PreparedStatement statement, Object due) throws SQLException {
        statement.setTimestamp(1, (Timestamp) due);
    }

    @Caught
    LocalDateTime local(Instant due) {
        return LocalDateTime.ofInstant(due, ZoneOffset.UTC);
    }

    @Caught
    OffsetDateTime here() {
        return OffsetDateTime.now();
    }
}
