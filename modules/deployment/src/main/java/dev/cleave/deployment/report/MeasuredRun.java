package dev.cleave.deployment.report;

import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.traffic.MeasuredTraffic;
import dev.cleave.architecture.traffic.Meters;
import java.nio.file.Path;
import java.util.List;

/** What was counted in a run of this program. */
public final class MeasuredRun {

    /** What this program calls its counters of messages. */
    public static final Meters METERS =
            new Meters("cleave_commands_seconds_count", "command", "cleave_events_appended_total", "event", "context");

    private MeasuredRun() {}

    /**
     * Lays it on the edges of a report.
     *
     * @param files saved answers of {@code /actuator/prometheus}, one of each process
     * @throws dev.cleave.architecture.traffic.UnusableMetrics if a file can't be used
     */
    public static Report on(Report report, List<Path> files) {
        return report.measured(new MeasuredTraffic(METERS, files).on(report));
    }
}
