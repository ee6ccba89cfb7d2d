package dev.cleave.architecture;

import dev.cleave.architecture.change.Difference;
import dev.cleave.architecture.change.EarlierForms;
import dev.cleave.architecture.change.Kept;
import dev.cleave.architecture.change.UpcastersInCode;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.law.Rules;
import dev.cleave.architecture.readiness.FindingSource;
import dev.cleave.architecture.report.Deployment;
import dev.cleave.architecture.reporter.Reporter;
import dev.cleave.architecture.rule.FrozenViolations;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.traffic.MeasuredTraffic;
import dev.cleave.architecture.traffic.Meters;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks at the architecture of a system. This is where other projects come in:
 *
 * <pre>
 * Architecture.examine(CodeReader.fromClassPath(Conventions.of("Shop", "com.example.shop"), Path.of("..")))
 *         .rules(Rules.all())
 *         .report()
 *         .assertKept();
 * </pre>
 */
public final class Architecture {

    /** The system property that names files of metrics. */
    public static final String TRAFFIC = "architecture.traffic";

    private final SystemCode code;
    private final Reporter reporter;
    private final Asked asked;

    private Architecture(SystemCode code) {
        this.code = code;
        this.asked = new Asked(code.conventions().system());
        this.reporter = new Reporter(code).at(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Looks at code that has been read. */
    public static Architecture examine(SystemCode code) {
        return new Architecture(code);
    }

    /** With these rules. */
    public Architecture rules(Rules rules) {
        return rules(rules.list());
    }

    /** With these rules, in this order. */
    public Architecture rules(List<Rule> rules) {
        reporter.rules(rules);
        return this;
    }

    /**
     * Violations that are in this file are known, and do not fail. With the system property {@value FrozenViolations#PROPERTY} the file is changed:
     * {@code take} freezes what is found now, {@code shrink} drops what is resolved. No file means that nothing is known.
     *
     * @param file from the folder that the test runs in, if it is not absolute; so are all files that are named here
     */
    public Architecture baseline(Path file) {
        asked.answeredBy(FrozenViolations.PROPERTY);
        reporter.baseline(FrozenViolations.in(file, FrozenViolations.Request.asked()));
        return this;
    }

    /**
     * Tells what has changed since what this file keeps of an earlier report, and fails where a stored event can no longer be read; upcasters
     * are looked for in the code and samples beside the tests. With the system property {@value Kept#PROPERTY} set to {@code take} the
     * present state is written to the file, and there is nothing to tell.
     */
    public Architecture since(Path file) {
        return since(file, new UpcastersInCode(code));
    }

    /** Likewise, with something else that shows that earlier forms of events are read. */
    public Architecture since(Path file, EarlierForms earlierForms) {
        asked.answeredBy(Kept.PROPERTY);
        reporter.compared(report -> {
            if (Kept.asked()) {
                Kept.of(report).write(file);
            }
            return Kept.at(file).map(kept -> Difference.between(kept, report, earlierForms)).orElse(null);
        });
        return this;
    }

    /**
     * Tells how much went where in a run, and what would have gone from unit to unit in each deployment.
     *
     * @param files saved answers of {@code /actuator/prometheus}, one of each process; if there are none, nothing is told
     */
    public Architecture traffic(Meters meters, List<Path> files) {
        if (!files.isEmpty()) {
            asked.answeredBy(TRAFFIC);
            reporter.measured(new MeasuredTraffic(meters, files)::on);
        }
        return this;
    }

    /** The files that the system property {@value #TRAFFIC} names, separated by commas. */
    public static List<Path> trafficAsked() {
        return Stream.of(System.getProperty(TRAFFIC, "").split(","))
                .map(String::strip)
                .filter(file -> !file.isEmpty())
                .map(Path::of)
                .toList();
    }

    /** Tells what these deployments make of the messages. */
    public Architecture deployments(List<Deployment> deployments) {
        reporter.deployments(deployments);
        return this;
    }

    /** Asks these, besides the code, whether each context could be run apart. */
    public Architecture findings(FindingSource... sources) {
        reporter.findings(List.of(sources));
        return this;
    }

    /** Names the version of something that the report is to tell, such as the project itself. */
    public Architecture version(String name, String version) {
        reporter.version(name, version);
        return this;
    }

    /** Leaves out the time, so that the same code gives the same report. */
    public Architecture withoutTime() {
        reporter.at(null);
        return this;
    }

    /**
     * Looks, and reports.
     *
     * @throws IllegalStateException if a system property asks for what this was told no file for
     */
    public ArchitectureReport report() {
        asked.check();
        return new ArchitectureReport(reporter.report());
    }
}
