package dev.cleave.architecture.report;

import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.report.Report.Outcome;
import dev.cleave.architecture.report.Report.RuleResult;
import dev.cleave.architecture.rule.FrozenViolations;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.source.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What there is to say of a baseline itself, as the result of a rule. */
public final class BaselineRule {

    private BaselineRule() {}

    /**
     * @param examined the rules that were examined
     * @param root of the project
     */
    public static RuleResult of(FrozenViolations baseline, Collection<String> examined, Path root) {
        String file = named(baseline.file(), root);
        SortedSet<String> unknown = new TreeSet<>(baseline.rules());
        unknown.removeAll(examined);
        List<Violation> violations = unknown.stream()
                .map(rule -> new Violation(
                        new Location("baseline", null, file, lineOf(rule, baseline.file())),
                        "The baseline names the rule " + rule + ", which is not examined, so that this covers nothing.",
                        "If the rule has another name now, write that in its place; if it is gone or left out, delete its entry from "
                                + file + "."))
                .toList();
        return new RuleResult(
                "baseline-names-rules-examined",
                Laws.HOUSE,
                "The baseline names only rules that are examined",
                "What stands in it under any other name covers nothing, and nobody would be told that it is resolved.",
                violations.isEmpty() ? Outcome.PASSED : Outcome.FAILED,
                new LinkedHashMap<>(Map.of("rules in the baseline", baseline.rules().size())),
                violations,
                List.of(),
                List.of(),
                List.of());
    }

    /** The line in which a rule is named, counted from 1; 0 if there is none. */
    private static int lineOf(String rule, Path file) {
        return Files.isRegularFile(file)
                ? (int) (Sources.text(file).lines().takeWhile(line -> !line.contains("\"" + rule + "\"")).count() + 1)
                : 0;
    }

    private static String named(Path file, Path root) {
        Path absolute = file.toAbsolutePath().normalize();
        Path from = root.toAbsolutePath().normalize();
        return (absolute.startsWith(from) ? from.relativize(absolute) : file).toString().replace('\\', '/');
    }
}
