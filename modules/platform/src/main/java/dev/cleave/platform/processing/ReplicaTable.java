package dev.cleave.platform.processing;

import dev.cleave.platform.datastore.DataStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where the replicas of a unit learn of each other: a table in the store of a context. All times are the database's. A replica that
 * was seen at a time that is still to come was seen before that clock was set back, and counts as little as one of long ago.
 */
final class ReplicaTable {

    /** A replica that was not seen for so long gets no work. */
    static final Duration ALIVE = Duration.ofSeconds(6);

    private static final Duration GONE = Duration.ofMinutes(1);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final String replica;

    ReplicaTable(DataStore store, String replica) {
        this.jdbc = store.jdbcTemplate();
        this.transactions = store.transactions();
        this.replica = replica;
    }

    /**
     * What the table tells.
     *
     * @param parts of all processors of the context
     * @param runs the processors that each living replica runs, in the order in which the replicas came
     */
    record Seen(List<Part> parts, SequencedMap<String, Set<String>> runs) {}

    private record Row(String processor, String replica, boolean alive) {}

    /** Says that this replica is alive and runs these processors, and learns who else does. */
    Seen look(Set<String> running) {
        return transactions.execute(status -> {
            jdbc.update("UPDATE processor_replica SET seen_at = CURRENT_TIMESTAMP WHERE replica = ?", replica);
            List<Row> rows = rows();
            if (!mine(rows).equals(running)) {
                enter(running, mine(rows));
                rows = rows();
            }
            if (!rows.stream().allMatch(Row::alive)) {
                jdbc.update("""
                        DELETE FROM processor_replica WHERE seen_at NOT BETWEEN CURRENT_TIMESTAMP - INTERVAL '%1$d' SECOND
                            AND CURRENT_TIMESTAMP + INTERVAL '%1$d' SECOND
                        """.formatted(GONE.toSeconds()));
            }
            SequencedMap<String, Set<String>> runs = new LinkedHashMap<>();
            rows.stream()
                    .filter(Row::alive)
                    .forEach(row -> runs.computeIfAbsent(row.replica(), name -> new HashSet<>()).add(row.processor()));
            return new Seen(
                    jdbc.query("SELECT processor_name, segment FROM token_entry",
                            (row, n) -> new Part(row.getString(1), row.getInt(2))),
                    runs);
        });
    }

    /** Leaves the work to the others. */
    void leave() {
        jdbc.update("DELETE FROM processor_replica WHERE replica = ?", replica);
    }

    private Set<String> mine(List<Row> rows) {
        Set<String> names = new HashSet<>();
        rows.stream().filter(row -> row.replica().equals(replica)).map(Row::processor).forEach(names::add);
        return names;
    }

    private List<Row> rows() {
        return jdbc.query("""
                SELECT processor_name, replica, seen_at BETWEEN CURRENT_TIMESTAMP - INTERVAL '%1$d' SECOND
                    AND CURRENT_TIMESTAMP + INTERVAL '%1$d' SECOND
                FROM processor_replica ORDER BY came_at, replica
                """.formatted(ALIVE.toSeconds()), (row, n) -> new Row(row.getString(1), row.getString(2), row.getBoolean(3)));
    }

    private void enter(Set<String> running, Set<String> known) {
        List<Object[]> come = new ArrayList<>();
        running.stream().filter(name -> !known.contains(name)).sorted()
                .forEach(name -> come.add(new Object[] {name, replica, replica}));
        jdbc.batchUpdate("""
                INSERT INTO processor_replica (processor_name, replica, came_at, seen_at)
                SELECT ?, ?, COALESCE(MIN(came_at), CURRENT_TIMESTAMP), CURRENT_TIMESTAMP FROM processor_replica WHERE replica = ?
                """, come);
        List<Object[]> gone = new ArrayList<>();
        known.stream().filter(name -> !running.contains(name)).sorted().forEach(name -> gone.add(new Object[] {name, replica}));
        jdbc.batchUpdate("DELETE FROM processor_replica WHERE processor_name = ? AND replica = ?", gone);
    }
}
