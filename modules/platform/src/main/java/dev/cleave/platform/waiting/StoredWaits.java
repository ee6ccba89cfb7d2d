package dev.cleave.platform.waiting;

import dev.cleave.platform.datastore.DataStore;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@link Waits} as rows of a context's store. */
final class StoredWaits implements Waits {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final JdbcTemplate jdbc;

    StoredWaits(DataStore store) {
        this.jdbc = store.jdbcTemplate();
    }

    /** A wait that has run out. */
    record Due(String kind, String subject, Instant dueAt) {}

    @Override
    public void open(String kind, String subject, Instant dueAt) {
        Timestamp due = Timestamp.from(dueAt);
        int moved = jdbc.update(
                "UPDATE open_wait SET due_at = ?, ask_at = ? WHERE kind = ? AND subject = ?", due, due, kind, subject);
        if (moved == 0) {
            jdbc.update("INSERT INTO open_wait (kind, subject, due_at, ask_at) VALUES (?, ?, ?, ?)", kind, subject, due, due);
        }
    }

    @Override
    public void close(String kind, String subject) {
        jdbc.update("DELETE FROM open_wait WHERE kind = ? AND subject = ?", kind, subject);
    }

    @Override
    public void forget(String... kinds) {
        for (String kind : kinds) {
            jdbc.update("DELETE FROM open_wait WHERE kind = ?", kind);
        }
    }

    /** The waits to ask about now, the longest overdue first. */
    List<Due> due(Instant now, int limit) {
        return jdbc.query(
                "SELECT kind, subject, due_at FROM open_wait WHERE ask_at <= ? ORDER BY ask_at LIMIT ?",
                (row, n) -> new Due(row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()),
                Timestamp.from(now),
                limit);
    }

    /** Asks again after a pause as long as the wait is overdue, at least a second and at most five minutes. */
    void askAgain(Due wait, Instant now) {
        Duration overdue = Duration.between(wait.dueAt(), now);
        Duration pause = overdue.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : overdue;
        jdbc.update(
                "UPDATE open_wait SET ask_at = ? WHERE kind = ? AND subject = ?",
                Timestamp.from(now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause)),
                wait.kind(),
                wait.subject());
    }
}
