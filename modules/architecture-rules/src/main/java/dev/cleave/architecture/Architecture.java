package dev.cleave.architecture;

import dev.cleave.architecture.change.Difference;
import dev.cleave.architecture.change.EarlierForms;
import dev.cleave.architecture.change.Kept;
import dev.cleave.architecture.change.UpcastersInCode;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.law.Rules;
import dev.cleave.architecture.model.SystemModel;
import dev.cleave.architecture.readiness.Examined;
import dev.cleave.architecture.readiness.FindingSource;
import dev.cleave.architecture.readiness.Findings;
import dev.cleave.architecture.readiness.RoundTrips;
import dev.cleave.architecture.report.BaselineRule;
import dev.cleave.architecture.report.ContextCycles;
import dev.cleave.architecture.report.Couplings;
import dev.cleave.architecture.report.Deployment;
import dev.cleave.architecture.report.MessageMap;
import dev.cleave.architecture.report.Provenances;
import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.Report.Change;
import dev.cleave.architecture.report.Report.ContextMap;
import dev.cleave.architecture.report.Report.MessageChange;
import dev.cleave.architecture.report.Report.MessageEdge;
import dev.cleave.architecture.report.Report.Outcome;
import dev.cleave.architecture.report.Report.RuleResult;
import dev.cleave.architecture.report.Report.Traffic;
import dev.cleave.architecture.report.Report.Verdict;
import dev.cleave.architecture.rule.Examination;
import dev.cleave.architecture.rule.FrozenViolations;
import dev.cleave.architecture.rule.FrozenViolations.Split;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.traffic.MeasuredTraffic;
import dev.cleave.architecture.traffic.Meters;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** What was read in another order is reported in the same. */
    private static final Comparator<Violation> BY_PLACE = Comparator
            .comparing((Violation violation) -> String.valueOf(violation.location().file()))
            .thenComparing(violation -> violation.location().line())
            .thenComparing(Violation::what);

    private final SystemCode code;
    private final SystemModel model;
    private final Asked asked;
    private final SequencedMap<String, String> versions = new LinkedHashMap<>();
    private final List<Deployment> deployments = new ArrayList<>();
    private final List<FindingSource> findings = new ArrayList<>();
    private @Nullable Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private List<Rule> rules = List.of();
    private @Nullable FrozenViolations frozen;
    private Function<Report, @Nullable Change> comparison = report -> null;
    private Function<Report, @Nullable Traffic> measurement = report -> null;

    private Architecture(SystemCode code, SystemModel model) {
        this.code = code;
        this.model = model;
        this.asked = new Asked(code.conventions().system());
    }

    /** Looks at code that has been read. */
    public static Architecture examine(SystemCode code) {
        return new Architecture(code, code.model());
    }

    /** Looks at code, and at a model that was not read out of it. */
    static Architecture examine(SystemCode code, SystemModel model) {
        return new Architecture(code, model);
    }

    /** With these rules. */
    public Architecture rules(Rules rules) {
        return rules(rules.list());
    }

    /** With these rules, in this order. */
    public Architecture rules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
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
        frozen = FrozenViolations.in(file, FrozenViolations.Request.asked());
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
        comparison = report -> {
            if (Kept.asked()) {
                Kept.of(report).write(file);
            }
            return Kept.at(file).map(kept -> Difference.between(kept, report, earlierForms)).orElse(null);
        };
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
            measurement = new MeasuredTraffic(meters, files)::on;
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
        this.deployments.addAll(deployments);
        return this;
    }

    /** Asks these, besides the code, whether each context could be run apart. */
    public Architecture findings(FindingSource... sources) {
        findings.addAll(List.of(sources));
        return this;
    }

    /** Names the version of something that the report is to tell, such as the project itself. */
    public Architecture version(String name, String version) {
        versions.put(name, version);
        return this;
    }

    /** Leaves out the time, so that the same code gives the same report. */
    public Architecture withoutTime() {
        at = null;
        return this;
    }

    /**
     * Looks, and reports.
     *
     * @throws IllegalStateException if a system property asks for what this was told no file for
     */
    public ArchitectureReport report() {
        asked.check();
        List<RuleResult> results = results();
        List<MessageEdge> edges = MessageMap.edges(model);
        Examined examined = new Examined(code, model, results);
        Report report = new Report(
                Report.SCHEMA,
                model.name(),
                Provenances.of(code.sources().root(), at, versions),
                verdict(results, null),
                results,
                model.contexts(),
                model.messages(),
                model.types(),
                model.waits(),
                new ContextMap(edges, model.codeDependencies(), ContextCycles.of(edges, model.codeDependencies())),
                deployments.stream().map(deployment -> deployment.placement(edges)).toList(),
                Findings.of(examined, findings),
                RoundTrips.of(examined, findings),
                Couplings.of(model, edges),
                null,
                null);
        Change change = comparison.apply(report);
        return new ArchitectureReport(report.compared(change, verdict(results, change)).measured(measurement.apply(report)));
    }

    private List<RuleResult> results() {
        List<RuleResult> results = new ArrayList<>();
        rules.forEach(rule -> results.add(result(rule, rule.examine(code))));
        if (frozen != null) {
            frozen.write();
            if (!frozen.rules().isEmpty()) {
                results.add(BaselineRule.of(frozen, rules.stream().map(Rule::id).toList(), code.sources().root()));
            }
        }
        return results;
    }

    private RuleResult result(Rule rule, Examination examination) {
        List<Violation> violations = examination.violations().stream().sorted(BY_PLACE).toList();
        Split split = frozen == null
                ? new Split(violations, List.of(), List.of())
                : frozen.split(rule, code.classes(), violations);
        return new RuleResult(
                rule.id(),
                rule.law(),
                rule.sentence(),
                rule.reason(),
                outcome(rule, examination, split),
                examination.examined(),
                split.fresh(),
                split.frozen(),
                split.resolved(),
                examination.granted());
    }

    private static Outcome outcome(Rule rule, Examination examination, Split split) {
        if (!split.fresh().isEmpty()) {
            return Outcome.FAILED;
        }
        if (!split.frozen().isEmpty()) {
            return Outcome.FROZEN;
        }
        if (examination.empty()) {
            return rule.mayFindNothing() ? Outcome.NOT_APPLICABLE : Outcome.EMPTY;
        }
        return Outcome.PASSED;
    }

    private Verdict verdict(List<RuleResult> results, @Nullable Change change) {
        int failed = count(results, Outcome.FAILED) + count(results, Outcome.EMPTY);
        boolean broken = change != null && change.messages().stream().anyMatch(MessageChange::breaking);
        return new Verdict(
                failed == 0 && !broken,
                results.size(),
                count(results, Outcome.PASSED),
                failed,
                count(results, Outcome.FROZEN),
                results.stream().mapToInt(result -> result.violations().size()).sum(),
                code.classes().size(),
                model.messages().size());
    }

    private static int count(List<RuleResult> results, Outcome outcome) {
        return (int) results.stream().filter(result -> result.outcome() == outcome).count();
    }
}
