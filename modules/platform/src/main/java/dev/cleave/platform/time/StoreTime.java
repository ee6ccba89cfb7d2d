package dev.cleave.platform.time;

import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.datastore.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The time of one store. It begins as the clock's and from then on goes by elapsed time alone, so that no clock that is set or wrong
 * lets something run out early, or never. It stands still while nobody has the store open, and never goes back. Replicas that share
 * the store agree on it to within {@link #INTERVAL}.
 *
 * <p>It tells how much time has passed, not what time it is: nothing that people see, and no event, bears it.
 */
public final class StoreTime extends Clock {

    /** How often it is kept in the store. */
    static final Duration INTERVAL = Duration.ofSeconds(2);

    /** The least by which a clock has moved otherwise than time has passed for it to be taken for moved. */
    static final Duration NOTABLE = Duration.ofMinutes(1);

    private final DataStore store;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final InstantSource machine;
    private final LongSupplier nanoTime;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private long reading;
    private long readAt;

    /** Told when the clock has moved otherwise than time has passed, in the transaction that takes note of it. */
    public interface Listener {

        /**
         * @param jump by how much more than what has passed: the time for which the store was closed or the machine slept, and
         *     what the clock was set forward; negative where it was set back
         * @param now what the store's time reads
         */
        void moved(Duration jump, Instant now);
    }

    /** @param machine the machine's clock, which a database of its own clock makes needless */
    StoreTime(DataStore store, InstantSource machine, LongSupplier nanoTime) {
        this.store = store;
        this.jdbc = store.jdbcTemplate();
        this.transactions = new TransactionTemplate(store.viewTransactionManager());
        this.machine = machine;
        this.nanoTime = nanoTime;
        // What was given out before may not have been kept, for as long as an interval and what the store needs to write it.
        this.reading = transactions.execute(status -> {
            Kept kept = kept();
            return kept.clock() == 0 ? clock() : kept.reading() + 2 * INTERVAL.toMillis();
        });
        this.readAt = nanoTime.getAsLong();
    }

    private record Kept(long reading, long clock) {}

    /** Has the listener told of jumps from now on; the time for which the store was closed is told at the next keeping. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public synchronized long millis() {
        return reading + TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - readAt);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    /**
     * Keeps what it reads, and learns what other replicas have kept.
     *
     * @return by how much more than what has passed the clock has moved since somebody kept it last
     */
    Duration keep() {
        return transactions.execute(status -> {
            Kept kept = kept();
            long now = advanceTo(kept.reading());
            long clock = clock();
            jdbc.update("UPDATE store_time SET reading = ?, clock = ? WHERE id = 1", now, clock);
            if (kept.clock() == 0) {
                return Duration.ZERO;
            }
            Duration jump = Duration.ofMillis(clock - kept.clock() - (now - kept.reading()));
            if (jump.abs().compareTo(NOTABLE) >= 0) {
                listeners.forEach(listener -> listener.moved(jump, Instant.ofEpochMilli(now)));
            }
            return jump;
        });
    }

    private synchronized long advanceTo(long other) {
        long mine = millis();
        if (other > mine) {
            reading = other;
            readAt = nanoTime.getAsLong();
            return other;
        }
        return mine;
    }

    private Kept kept() {
        return jdbc.queryForObject("SELECT reading, clock FROM store_time WHERE id = 1 FOR UPDATE",
                (row, n) -> new Kept(row.getLong(1), row.getLong(2)));
    }

    /** All replicas that share a database can ask its clock. A store that one process has is on that process's machine. */
    private long clock() {
        return store.database() == Database.H2
                ? machine.millis()
                : jdbc.queryForObject("SELECT CURRENT_TIMESTAMP", OffsetDateTime.class).toInstant().toEpochMilli();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** @throws UnsupportedOperationException always: it is in no zone */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The time of a store tells how much has passed, and is in no zone");
    }
}
