package dev.cleave.architecture.reporter;

import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.SystemModel;
import dev.cleave.architecture.readiness.Examined;
import dev.cleave.architecture.readiness.FindingSource;
import dev.cleave.architecture.readiness.Findings;
import dev.cleave.architecture.readiness.RoundTrips;
import dev.cleave.architecture.report.Deployment;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks at a system with rules, and puts what there is to say into one report. */
public final class Reporter {

    /** What was read in another order is reported in the same. */
    private static final Comparator<Violation> BY_PLACE = Comparator
            .comparing((Violation violation) -> String.valueOf(violation.location().file()))
            .thenComparing(violation -> violation.location().line())
            .thenComparing(Violation::what);

    private final SystemCode code;
    private final SystemModel model;
    private final SequencedMap<String, String> versions = new LinkedHashMap<>();
    private @Nullable Instant at;
    private List<Rule> rules = List.of();
    private @Nullable FrozenViolations frozen;
    private final List<Deployment> deployments = new ArrayList<>();
    private final List<FindingSource> findings = new ArrayList<>();
    private Function<Report, @Nullable Change> comparison = report -> null;
    private Function<Report, @Nullable Traffic> measurement = report -> null;

    /** With the model that is read out of the code. */
    public Reporter(SystemCode code) {
        this(code, code.model());
    }

    /** With a model that was not read out of the code. */
    public Reporter(SystemCode code, SystemModel model) {
        this.code = code;
        this.model = model;
    }

    /** When the report is made; null leaves it out, so that the same code gives the same report. */
    public Reporter at(@Nullable Instant time) {
        this.at = time;
        return this;
    }

    /** Names the version of something that the report is to tell. */
    public Reporter version(String name, String version) {
        versions.put(name, version);
        return this;
    }

    /** The rules to examine, in this order; instead of others told before. */
    public Reporter rules(List<Rule> examined) {
        this.rules = List.copyOf(examined);
        return this;
    }

    /** Violations that are frozen are known; what changes in them is written before anything is held against them. */
    public Reporter baseline(FrozenViolations known) {
        this.frozen = known;
        return this;
    }

    /** Further deployments to tell of. */
    public Reporter deployments(List<Deployment> profiles) {
        deployments.addAll(profiles);
        return this;
    }

    /** Further sources, besides the code, of answers to the questions of split-readiness. */
    public Reporter findings(List<FindingSource> sources) {
        findings.addAll(sources);
        return this;
    }

    /** How to compare the report, complete but for this, with an earlier one; it gives null if there is none. */
    public Reporter compared(Function<Report, @Nullable Change> withEarlier) {
        this.comparison = withEarlier;
        return this;
    }

    /** How to lay a run on the report, complete but for this; it gives null if nothing was counted. */
    public Reporter measured(Function<Report, @Nullable Traffic> traffic) {
        this.measurement = traffic;
        return this;
    }

    /** Looks. */
    public Report report() {
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
        return report.compared(change, verdict(results, change)).measured(measurement.apply(report));
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
