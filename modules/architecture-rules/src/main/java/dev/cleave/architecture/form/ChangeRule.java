package dev.cleave.architecture.form;

import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Names;
import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.Report.Change;
import dev.cleave.architecture.report.Report.MessageChange;
import dev.cleave.architecture.report.Report.Outcome;
import dev.cleave.architecture.report.Report.RuleResult;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Breaking changes as violations of a rule, for tools that know of nothing but rules. */
final class ChangeRule {

    private ChangeRule() {}

    /** The rules of a report, and where it was compared with an earlier one, that nothing has changed so that it breaks. */
    static List<RuleResult> among(Report report) {
        Change change = report.change();
        return change == null ? report.rules() : Stream.concat(report.rules().stream(), Stream.of(of(report, change))).toList();
    }

    private static RuleResult of(Report report, Change change) {
        List<Violation> violations = change.messages().stream()
                .filter(MessageChange::breaking)
                .map(broken -> violation(report, broken))
                .toList();
        return new RuleResult(
                "no-breaking-change",
                Laws.READABLE_FOREVER,
                "No message has changed so that its earlier form is no longer understood",
                "Events are stored for ever, and whoever was released before still sends and expects the earlier form.",
                violations.isEmpty() ? Outcome.PASSED : Outcome.FAILED,
                new LinkedHashMap<>(Map.of("changed messages", change.messages().size())),
                violations,
                List.of(),
                List.of(),
                List.of());
    }

    private static Violation violation(Report report, MessageChange change) {
        Location location = report.messages().stream()
                .filter(message -> message.type().equals(change.type()))
                .map(Message::location)
                .findFirst()
                .orElseGet(() -> new Location(change.type(), null, null, 0));
        String what = switch (change.sort()) {
            case REMOVED -> " is gone.";
            case ADDED -> " is new.";
            case COMPATIBLE, INCOMPATIBLE -> " has changed.";
        };
        return new Violation(
                location,
                Stream.concat(
                        Stream.of("The " + Words.kind(change.kind()) + " " + Names.simple(change.type()) + what),
                        change.details().stream())
                        .reduce((one, other) -> one + " " + other)
                        .orElseThrow(),
                "Let the earlier form be read as before, shown by an upcaster and a sample of it, or give the new form a name of its own.");
    }
}
