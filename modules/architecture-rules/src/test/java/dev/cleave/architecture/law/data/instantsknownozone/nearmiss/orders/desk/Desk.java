package dev.cleave.architecture.law.data.instantsknownozone.nearmiss.orders.desk;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

class Desk {

    Instant read(ResultSet row) throws SQLException {
        return row.getObject(1, OffsetDateTime.class).toInstant();
    }

    void bind(PreparedStatement statement, Instant due) throws SQLException {
        statement.setObject(1, due.atOffset(ZoneOffset.UTC));
    }

    LocalDate birthday(ResultSet row) throws SQLException {
        return row.getObject(2, LocalDate.class);
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
