package dev.cleave.deployment.up;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What runs, as a table for people. */
final class StatusTable {

    private static final String ROW = "%-20s %7s  %-10s %6s %8s %9s %7s %8s";

    private StatusTable() {}

    /**
     * One process.
     *
     * @param unit its unit, or what else it is
     * @param replica its number within the unit; null for what is no unit
     * @param state in lower case
     * @param memory resident, in MiB
     * @param lag how many events the slowest of its processors has still to handle
     */
    record Row(
            String unit,
            @Nullable Integer replica,
            String state,
            int port,
            @Nullable Long pid,
            @Nullable Long memory,
            @Nullable Long lag,
            int restarts) {

        static Row of(String unit, @Nullable Integer replica, Kept kept) {
            long pid = kept.pid();
            boolean runs = pid > 0;
            var memory = Memory.of(pid);
            var lag = kept.lag();
            return new Row(
                    unit,
                    replica,
                    kept.state().name().toLowerCase(Locale.ROOT),
                    kept.port(),
                    runs ? pid : null,
                    memory.isPresent() ? memory.getAsLong() : null,
                    lag.isPresent() ? lag.getAsLong() : null,
                    kept.restarts());
        }
    }

    static List<String> lines(List<Row> rows) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(
                Locale.ROOT, ROW, "UNIT", "REPLICA", "STATE", "PORT", "PID", "MEMORY", "LAG", "RESTARTS"));
        for (Row row : rows) {
            lines.add(String.format(
                    Locale.ROOT,
                    ROW,
                    row.unit(),
                    shown(row.replica()),
                    row.state(),
                    row.port() == 0 ? "-" : row.port(),
                    shown(row.pid()),
                    row.memory() == null ? "-" : row.memory() + " MiB",
                    shown(row.lag()),
                    row.restarts()));
        }
        lines.add("");
        return lines;
    }

    private static String shown(@Nullable Number number) {
        return number == null ? "-" : number.toString();
    }
}
