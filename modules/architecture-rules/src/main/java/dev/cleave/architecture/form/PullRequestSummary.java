package dev.cleave.architecture.form;

import dev.cleave.architecture.model.Names;
import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.Report.Change;
import dev.cleave.architecture.report.Report.EdgeChange;
import dev.cleave.architecture.report.Report.MessageChange;
import dev.cleave.architecture.report.Report.Outcome;
import dev.cleave.architecture.report.Report.RuleResult;
import dev.cleave.architecture.report.Report.Verdict;
import dev.cleave.architecture.rule.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The report in a few lines of Markdown, to stand below a pull request: what is broken, where, what to do, and what has changed. */
final class PullRequestSummary {

    private static final int RULES = 10;
    private static final int VIOLATIONS = 3;
    private static final int CHANGES = 15;

    private final StringBuilder text = new StringBuilder();

    private PullRequestSummary() {}

    static String of(Report report) {
        PullRequestSummary summary = new PullRequestSummary();
        summary.verdict(report);
        summary.failures(report);
        summary.baseline(report);
        if (report.change() != null) {
            summary.change(report.change());
        }
        return summary.text.toString();
    }

    private void verdict(Report report) {
        Verdict verdict = report.verdict();
        line("## Architecture of " + Markdown.text(report.system()) + ": " + (verdict.kept() ? "kept" : "broken"));
        line("");
        StringBuilder line = new StringBuilder();
        line.append(verdict.kept() ? "✅ " : "❌ ")
                .append(verdict.passed()).append(" of ").append(Words.count(verdict.rules(), "rule", "rules")).append(" passed");
        if (verdict.failed() > 0) {
            line.append(", **").append(verdict.failed()).append(" failed** with ")
                    .append(Words.count(verdict.violations(), "violation", "violations"));
        }
        long breaking = report.change() == null
                ? 0
                : report.change().messages().stream().filter(MessageChange::breaking).count();
        if (breaking > 0) {
            line.append(", **").append(Words.count(breaking, "message", "messages")).append(" changed and broken**");
        }
        if (verdict.frozen() > 0) {
            line.append(", ").append(verdict.frozen()).append(" frozen");
        }
        line.append(". Examined: ").append(Words.count(verdict.classes(), "class", "classes")).append(", ")
                .append(Words.count(verdict.messages(), "message", "messages"));
        if (report.provenance().commit() != null) {
            String commit = report.provenance().commit();
            line.append(", at ").append(Markdown.code(commit.substring(0, Math.min(12, commit.length()))))
                    .append(report.provenance().changed() ? " and changes since" : "");
        }
        line(line.append('.').toString());
    }

    private void failures(Report report) {
        List<RuleResult> failed = report.rules().stream()
                .filter(rule -> rule.outcome() == Outcome.FAILED || rule.outcome() == Outcome.EMPTY)
                .toList();
        if (failed.isEmpty()) {
            return;
        }
        line("");
        line("### Broken rules");
        for (RuleResult rule : failed.stream().limit(RULES).toList()) {
            line("");
            line("**" + Markdown.text(rule.sentence()) + "** (" + Markdown.code(rule.id()) + ")");
            line("");
            if (rule.outcome() == Outcome.EMPTY) {
                line("- It found nothing to look at, so nothing is known about it.");
            }
            for (Violation violation : rule.violations().stream().limit(VIOLATIONS).toList()) {
                line("- " + Markdown.code(violation.location().shown()) + ": " + Markdown.text(violation.what()));
                line("  *" + Markdown.text(violation.remedy()) + "*");
            }
            more(rule.violations().size() - VIOLATIONS, "violation", "violations");
        }
        if (failed.size() > RULES) {
            line("");
            line("And " + Words.count(failed.size() - RULES, "rule", "rules") + " more; the report has them all.");
        }
    }

    private void baseline(Report report) {
        long frozen = report.rules().stream().mapToLong(rule -> rule.frozen().size()).sum();
        List<RuleResult> resolved = report.rules().stream().filter(rule -> !rule.resolved().isEmpty()).toList();
        if (frozen == 0 && resolved.isEmpty()) {
            return;
        }
        line("");
        line("### Against the baseline");
        line("");
        if (frozen > 0) {
            line("- " + Words.count(frozen, "known violation is", "known violations are") + " still there.");
        }
        for (RuleResult rule : resolved) {
            line("- Resolved, to be taken off the baseline: " + Words.count(rule.resolved().size(), "violation", "violations")
                    + " of " + Markdown.code(rule.id()) + ".");
        }
    }

    private void change(Change change) {
        line("");
        line("### Changed since " + since(change));
        line("");
        if (change.messages().isEmpty() && change.edges().isEmpty() && change.violations().isEmpty()) {
            line("Nothing in messages, in the edges between contexts or in violations.");
            return;
        }
        listed(change.messages().stream()
                .sorted(Comparator.comparing((MessageChange message) -> !message.breaking())
                        .thenComparing(message -> -message.sort().ordinal()))
                .toList(), PullRequestSummary::message, "message", "messages");
        listed(change.edges(), PullRequestSummary::edge, "edge", "edges");
        listed(change.violations(), violation -> "New violation: " + Markdown.text(violation), "violation", "violations");
    }

    private static String since(Change change) {
        if (change.since() != null) {
            return Markdown.code(change.since().substring(0, Math.min(12, change.since().length())));
        }
        return change.at() == null ? "the kept report" : Markdown.text(change.at().toString());
    }

    private static String message(MessageChange change) {
        List<String> parts = new ArrayList<>(change.details());
        if (change.proof() != null) {
            parts.add(change.proof());
        }
        String sort = switch (change.sort()) {
            case ADDED -> "Added";
            case REMOVED -> "Removed";
            case COMPATIBLE -> "Changed compatibly";
            case INCOMPATIBLE -> "Changed incompatibly";
        };
        return (change.breaking() ? "**" + sort + ", and breaking**" : sort) + ": " + Words.kind(change.kind()) + " "
                + Markdown.code(Names.simple(change.type())) + " of " + Markdown.text(change.context())
                + (parts.isEmpty() ? "" : ". " + Markdown.text(String.join(" ", parts)));
    }

    private static String edge(EdgeChange change) {
        String graph = switch (change.graph()) {
            case CODE -> "in code";
            case COMMANDS -> "of commands";
            case MESSAGES -> "of messages";
        };
        return (change.added() ? "New edge " : "Edge gone ") + graph + ": " + Markdown.text(change.from()) + " → "
                + Markdown.text(change.to());
    }

    private <T> void listed(List<T> things, Function<T, String> words, String one, String many) {
        things.stream().limit(CHANGES).forEach(thing -> line("- " + words.apply(thing)));
        more(things.size() - CHANGES, one, many);
    }

    private void more(int left, String one, String many) {
        if (left > 0) {
            line("- … and " + Words.count(left, one, many) + " more.");
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
