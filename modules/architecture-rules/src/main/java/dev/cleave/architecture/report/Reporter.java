package dev.cleave.architecture.report;

import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.SystemModel;
import dev.cleave.architecture.readiness.Examined;
import dev.cleave.architecture.readiness.FindingSource;
import dev.cleave.architecture.readiness.Findings;
import dev.cleave.architecture.report.Report.Change;
import dev.cleave.architecture.report.Report.ContextMap;
import dev.cleave.architecture.report.Report.MessageChange;
import dev.cleave.architecture.report.Report.MessageEdge;
import dev.cleave.architecture.report.Report.Outcome;
import dev.cleave.architecture.report.Report.RuleResult;
import dev.cleave.architecture.report.Report.Traffic;
import dev.cleave.architecture.report.Report.Verdict;
import dev.cleave.architecture.rule.Examination;
import dev.cleave.architecture.rule.Rule;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Looks at a system with rules, and puts what there is to say into one report. */
public final class Reporter {

    private final SystemCode code;
    private final Path root;
    private final SequencedMap<String, String> versions = new LinkedHashMap<>();
    private @Nullable Instant at;
    private List<Rule> rules = List.of();
    private final List<Deployment> deployments = new ArrayList<>();
    private final List<FindingSource> findings = new ArrayList<>();
    private Comparison comparison = report -> null;
    private Measurement measurement = report -> null;

    /** Compares a report, complete but for this, with an earlier one. */
    @FunctionalInterface
    public interface Comparison {

        /** Null if there is no earlier one. */
        @Nullable Change with(Report report);
    }

    /** Lays what was counted in a run on a report, complete but for this. */
    @FunctionalInterface
    public interface Measurement {

        /** Null if nothing was counted. */
        @Nullable Traffic of(Report report);
    }

    public Reporter(SystemCode code) {
        this.code = code;
        this.root = code.sources().root();
    }

    public Reporter at(@Nullable Instant time) {
        this.at = time;
        return this;
    }

    public Reporter version(String name, String version) {
        versions.put(name, version);
        return this;
    }

    public Reporter rules(List<Rule> examined) {
        this.rules = List.copyOf(examined);
        return this;
    }

    public Reporter deployments(List<Deployment> profiles) {
        deployments.addAll(profiles);
        return this;
    }

    public Reporter findings(List<FindingSource> sources) {
        findings.addAll(sources);
        return this;
    }

    public Reporter compared(Comparison withEarlier) {
        this.comparison = withEarlier;
        return this;
    }

    public Reporter measured(Measurement traffic) {
        this.measurement = traffic;
        return this;
    }

    /** Looks. */
    public Report report() {
        SystemModel model = code.model();
        List<RuleResult> results = rules.stream().map(this::result).toList();
        List<MessageEdge> edges = MessageMap.edges(model);
        Report report = new Report(
                Report.SCHEMA,
                model.name(),
                Provenances.of(root, at, versions),
                verdict(results, null, model),
                results,
                model.contexts(),
                model.messages(),
                model.types(),
                new ContextMap(edges, model.codeDependencies(), Cycles.of(edges, model.codeDependencies())),
                deployments.stream().map(deployment -> Placements.of(deployment, edges)).toList(),
                Findings.of(new Examined(code, model, results), findings),
                Couplings.of(model, edges),
                null,
                null);
        Change change = comparison.with(report);
        return with(report, verdict(results, change, model), change, measurement.of(report));
    }

    private static Report with(Report report, Verdict verdict, @Nullable Change change, @Nullable Traffic traffic) {
        return new Report(
                report.schema(),
                report.system(),
                report.provenance(),
                verdict,
                report.rules(),
                report.contexts(),
                report.messages(),
                report.types(),
                report.map(),
                report.placements(),
                report.readiness(),
                report.coupling(),
                change,
                traffic);
    }

    private RuleResult result(Rule rule) {
        Examination examination = rule.examine(code);
        return new RuleResult(
                rule.id(),
                rule.law(),
                rule.sentence(),
                rule.reason(),
                outcome(rule, examination),
                examination.examined(),
                examination.violations(),
                List.of(),
                List.of());
    }

    private static Outcome outcome(Rule rule, Examination examination) {
        if (!examination.violations().isEmpty()) {
            return Outcome.FAILED;
        }
        if (examination.empty()) {
            return rule.mayFindNothing() ? Outcome.NOT_APPLICABLE : Outcome.EMPTY;
        }
        return Outcome.PASSED;
    }

    private Verdict verdict(List<RuleResult> results, @Nullable Change change, SystemModel model) {
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
