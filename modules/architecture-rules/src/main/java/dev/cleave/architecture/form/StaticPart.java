package dev.cleave.architecture.form;

import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.Report.MessageChange;
import dev.cleave.architecture.report.Report.Outcome;
import dev.cleave.architecture.report.Report.Provenance;
import dev.cleave.architecture.report.Report.RuleResult;
import dev.cleave.architecture.rule.Granted;
import dev.cleave.architecture.rule.Violation;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the page says without any script: the verdict and the rules. */
final class StaticPart {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    private StaticPart() {}

    static String verdict(Report report) {
        String state = report.rules().isEmpty() ? "none" : report.verdict().kept() ? "kept" : "broken";
        return "<section id=\"verdict\" class=\"verdict " + state + "\" aria-labelledby=\"verdict-title\">\n"
                + "<p class=\"eyebrow\">Verdict on " + Markup.text(report.system()) + "</p>\n"
                + "<h1 id=\"verdict-title\">" + Markup.text(headline(report)) + "</h1>\n"
                + sentences(report).stream()
                        .map(sentence -> "<p class=\"lede\">" + Markup.text(sentence) + "</p>\n")
                        .collect(Collectors.joining())
                + figures(report)
                + provenance(report.provenance())
                + "</section>\n";
    }

    static String rules(Report report) {
        if (report.rules().isEmpty()) {
            return "";
        }
        return "<h2>Rules</h2>\n<table class=\"stack\">\n<thead><tr><th scope=\"col\">Outcome</th><th scope=\"col\">Rule</th>"
                + "<th scope=\"col\">Looked at</th></tr></thead>\n<tbody>\n"
                + report.rules().stream().map(StaticPart::row).collect(Collectors.joining())
                + "</tbody>\n</table>\n";
    }

    private static String headline(Report report) {
        int rules = report.rules().size();
        long failed = count(report, Outcome.FAILED);
        long frozen = count(report, Outcome.FROZEN);
        long empty = count(report, Outcome.EMPTY);
        if (rules == 0) {
            return "No rule was run.";
        }
        if (failed > 0) {
            return failed + " of " + rules + " rules " + (failed == 1 ? "is" : "are") + " broken, at "
                    + counted(report.verdict().violations(), "place") + ".";
        }
        if (empty > 0) {
            return counted(empty, "rule") + " found nothing to look at.";
        }
        if (!report.verdict().kept()) {
            return "All rules are kept, but stored events can no longer be read.";
        }
        if (frozen > 0) {
            return "No rule is newly broken.";
        }
        return rules == 1 ? "The one rule is kept." : "All " + rules + " rules are kept.";
    }

    private static List<String> sentences(Report report) {
        List<String> sentences = new ArrayList<>();
        if (report.rules().isEmpty()) {
            sentences.add("This report tells what the system consists of, not whether its rules are kept.");
        } else {
            sentences.add(report.verdict().kept() ? "The build may go on." : "The build must not go on.");
        }
        long empty = count(report, Outcome.EMPTY);
        long frozen = count(report, Outcome.FROZEN);
        long breaking = report.change() == null
                ? 0
                : report.change().messages().stream().filter(MessageChange::breaking).count();
        if (empty > 0) {
            sentences.add((count(report, Outcome.FAILED) > 0 ? counted(empty, "rule") + " found nothing to look at. " : "")
                    + "A rule that looked at nothing has not been kept: it has missed what it is about.");
        }
        if (breaking > 0) {
            sentences.add("What is stored of " + counted(breaking, "event type") + " can no longer be read.");
        }
        if (frozen > 0) {
            sentences.add(counted(frozen, "rule") + (frozen == 1 ? " is" : " are")
                    + " broken in places that the baseline knows, and nowhere else.");
        }
        return sentences;
    }

    private static String figures(Report report) {
        StringBuilder html = new StringBuilder("<dl class=\"figures\">\n");
        for (Outcome outcome : Outcome.values()) {
            long count = count(report, outcome);
            if (!report.rules().isEmpty() && (count > 0 || outcome.ordinal() <= Outcome.EMPTY.ordinal())) {
                html.append(figure("o-" + key(outcome) + (count == 0 ? " zero" : ""), word(outcome), count));
            }
        }
        html.append(figure("looked", "classes looked at", report.verdict().classes()));
        html.append(figure("looked", "messages looked at", report.verdict().messages()));
        return html.append("</dl>\n").toString();
    }

    private static String figure(String style, String name, long count) {
        return "<div class=\"" + style + "\"><dt>" + name + "</dt><dd>" + "%,d".formatted(count) + "</dd></div>\n";
    }

    private static String provenance(Provenance provenance) {
        StringBuilder html = new StringBuilder("<dl class=\"provenance\">\n");
        html.append("<div><dt>Commit</dt><dd>");
        if (provenance.commit() == null) {
            html.append("none: not in a repository");
        } else {
            html.append("<code>").append(Markup.text(provenance.commit())).append("</code>");
            html.append(provenance.changed() ? " <strong>with changes that are not committed</strong>" : "");
        }
        html.append("</dd></div>\n");
        if (provenance.repository() != null) {
            html.append("<div><dt>Repository</dt><dd>").append(Markup.text(provenance.repository())).append("</dd></div>\n");
        }
        if (provenance.at() != null) {
            html.append("<div><dt>Made</dt><dd><time datetime=\"").append(provenance.at()).append("\">")
                    .append(TIME.format(provenance.at())).append("</time></dd></div>\n");
        }
        if (!provenance.versions().isEmpty()) {
            html.append("<div><dt>Versions</dt><dd>")
                    .append(provenance.versions().entrySet().stream()
                            .map(version -> "<span class=\"version\">" + Markup.text(version.getKey()) + "&nbsp;<b>"
                                    + Markup.text(version.getValue()) + "</b>")
                            .collect(Collectors.joining(",</span> ")))
                    .append("</span></dd></div>\n");
        }
        return html.append("</dl>\n").toString();
    }

    private static String row(RuleResult rule) {
        return "<tr id=\"rule=" + Markup.text(rule.id()) + "\"><td class=\"o-" + key(rule.outcome()) + "\">"
                + word(rule.outcome())
                + "</td><td><strong>" + Markup.text(rule.sentence()) + "</strong><br><small>" + Markup.text(rule.law()) + " · "
                + Markup.text(rule.id()) + "</small>" + places("Broken", rule.violations()) + places("Known to the baseline",
                        rule.frozen())
                + granted(rule.granted())
                + "</td><td data-label=\"Looked at\">" + Markup.text(rule.examined().entrySet().stream()
                        .map(thing -> thing.getValue() == 1
                                ? thing.getKey() + ": 1"
                                : "%,d %s".formatted(thing.getValue(), thing.getKey()))
                        .collect(Collectors.joining(", ")))
                + "</td></tr>\n";
    }

    private static String places(String title, List<Violation> violations) {
        return violations.isEmpty() ? "" : "<p>" + title + ":</p><ul>" + violations.stream()
                .map(violation -> "<li><code>" + Markup.text(place(violation.location())) + "</code><br>"
                        + Markup.text(violation.what()) + "<br><b>To do:</b> " + Markup.text(violation.remedy()) + "</li>")
                .collect(Collectors.joining()) + "</ul>";
    }

    private static String granted(List<Granted> exceptions) {
        return exceptions.isEmpty() ? "" : "<p>Granted:</p><ul>" + exceptions.stream()
                .map(granted -> "<li>" + Markup.text(granted.what()) + " " + Markup.text(granted.reason())
                        + byFile(granted.places())
                        + "</li>")
                .collect(Collectors.joining()) + "</ul>";
    }

    private static String byFile(List<Location> places) {
        Map<String, SortedSet<Integer>> lines = new LinkedHashMap<>();
        for (Location place : places) {
            String file = place.file() == null ? place.type() : place.file();
            SortedSet<Integer> known = lines.computeIfAbsent(file, _ -> new TreeSet<>());
            if (place.line() > 0) {
                known.add(place.line());
            }
        }
        return lines.entrySet().stream()
                .map(file -> "<br><code>" + Markup.text(file.getKey())
                        + file.getValue().stream().map(String::valueOf).collect(Collectors.joining(", ",
                                file.getValue().isEmpty() ? "" : ":", ""))
                        + "</code>")
                .collect(Collectors.joining());
    }

    private static String place(Location location) {
        return location.shown();
    }

    private static long count(Report report, Outcome outcome) {
        return report.rules().stream().filter(rule -> rule.outcome() == outcome).count();
    }

    private static String counted(long count, String thing) {
        return "%,d %s%s".formatted(count, thing, count == 1 ? "" : "s");
    }

    private static String key(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String word(Outcome outcome) {
        return outcome == Outcome.EMPTY
                ? "found nothing"
                : outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
