package dev.cleave.platform.waiting;

import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.time.SteadyClock;
import dev.cleave.platform.time.StoreTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The open waits of a context as rows of its store, by the names of their kinds. When a wait is due follows from the event that opened it, and so is the same after a
 * replay. When to ask about it goes by the time of the store, see {@link StoreTime}: from an event that is handled for the first
 * time a wait has all of its length, whatever the clock of whoever stored the event said.
 */
final class StoredWaits implements StoreTime.Listener {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** What a wait is left with, at least, when it is derived anew and should be over; it may be that the next event ends it. */
    static final Duration LEFT_AFTER_REPLAY = Duration.ofMinutes(1);

    /** So much of a wait is never lost by the clock's being moved, the machine's sleep or the system's being down. */
    static final Duration LEFT_AFTER_JUMP = Duration.ofDays(1);

    private final JdbcTemplate jdbc;
    private final Clock storeTime;
    private final Clock clock;

    StoredWaits(DataStore store, Clock storeTime) {
        this(store, storeTime, SteadyClock.system());
    }

    StoredWaits(DataStore store, Clock storeTime, Clock clock) {
        this.jdbc = store.jdbcTemplate();
        this.storeTime = storeTime;
        this.clock = clock;
    }

    /** A wait that has run out. */
    record Due(String kind, String subject, int asked) {}

    void open(String kind, String subject, Instant dueAt) {
        OffsetDateTime due = utc(dueAt);
        OffsetDateTime ask = utc(storeTime.instant().plus(left(dueAt, presentEvent())));
        int moved = jdbc.update(
                "UPDATE open_wait SET due_at = ?, ask_at = ?, asked = 0 WHERE kind = ? AND subject = ?", due, ask, kind, subject);
        if (moved == 0) {
            jdbc.update("INSERT INTO open_wait (kind, subject, due_at, ask_at) VALUES (?, ?, ?, ?)", kind, subject, due, ask);
        }
    }

    private static @Nullable EventMessage<?> presentEvent() {
        return CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().getMessage() instanceof EventMessage<?> event ? event
                : null;
    }

    /** How long a wait is still open that an event opens, or that is opened for some other reason. */
    private Duration left(Instant dueAt, @Nullable EventMessage<?> event) {
        Duration byTheClock = Duration.between(clock.instant(), dueAt);
        if (event == null) {
            return byTheClock;
        }
        Duration length = Duration.between(event.getTimestamp(), dueAt);
        if (event instanceof TrackedEventMessage<?> tracked && ReplayToken.isReplay(tracked)) {
            return longest(byTheClock, shortest(length, LEFT_AFTER_REPLAY));
        }
        return length;
    }

    void close(String kind, String subject) {
        jdbc.update("DELETE FROM open_wait WHERE kind = ? AND subject = ?", kind, subject);
    }

    void forget(String kind) {
        jdbc.update("DELETE FROM open_wait WHERE kind = ?", kind);
    }

    /** The waits to ask about, the longest overdue first. */
    List<Due> due(Instant now, int limit) {
        return jdbc.query(
                "SELECT kind, subject, asked FROM open_wait WHERE ask_at <= ? ORDER BY ask_at LIMIT ?",
                (row, n) -> new Due(row.getString(1), row.getString(2), row.getInt(3)),
                utc(now),
                limit);
    }

    /** Asks again after a pause of a second at first, then twice as long each time, and five minutes at most. */
    void askAgain(Due wait, Instant now) {
        Duration pause = shortest(Duration.ofSeconds(1L << Math.min(wait.asked(), 20)), LONGEST_PAUSE);
        jdbc.update(
                "UPDATE open_wait SET ask_at = ?, asked = asked + 1 WHERE kind = ? AND subject = ?",
                utc(now.plus(pause)),
                wait.kind(),
                wait.subject());
    }

    /**
     * Takes what the clock has moved further from the waits that have more than a day left, but leaves them that day; and gives
     * it back where the clock was set back. So waits of days end on the day they should though the system is not always on.
     */
    @Override
    public void moved(Duration jump, Instant now) {
        OffsetDateTime least = utc(now.plus(LEFT_AFTER_JUMP));
        String moved = "ask_at - %d * INTERVAL '1' SECOND".formatted(jump.toSeconds());
        jdbc.update("UPDATE open_wait SET ask_at = CASE WHEN %1$s < ? THEN ? ELSE %1$s END WHERE ask_at > ?".formatted(moved),
                least, least, least);
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
