package dev.cleave.architecture;

import dev.cleave.architecture.form.Forms;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.Report.MessageChange;
import dev.cleave.architecture.report.Report.Outcome;
import dev.cleave.architecture.report.Report.RuleResult;
import dev.cleave.architecture.rule.Violation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A report that has been made: to be written, and to fail a build. */
public final class ArchitectureReport {

    private static final String PAGE = "index.html";

    private final Report report;

    /** Of a report that was made before. */
    public ArchitectureReport(Report report) {
        this.report = report;
    }

    /** The report itself. */
    public Report report() {
        return report;
    }

    /**
     * Writes the report in every form.
     *
     * @param folder made if it is missing
     * @return the page to open
     */
    public Path writeTo(Path folder) {
        Forms.writeAll(report, folder);
        return folder.resolve(PAGE);
    }

    /**
     * Fails if any rule is broken, if one that should have found something to look at found nothing, or if an event was changed so that what
     * is stored can't be read.
     *
     * @throws AssertionError with rule, place, fault and remedy of each
     */
    public void assertKept() {
        List<String> faults = new ArrayList<>();
        report.rules().stream().map(ArchitectureReport::fault).filter(fault -> !fault.isEmpty()).forEach(faults::add);
        faults.add(changeFault());
        fail(faults.stream().filter(fault -> !fault.isEmpty()).collect(Collectors.joining("\n\n")));
    }

    /**
     * Fails if one rule is broken, or should have found something to look at and found nothing.
     *
     * @throws AssertionError with rule, places, faults and remedies
     */
    public void assertKept(RuleResult rule) {
        fail(fault(rule));
    }

    /**
     * Fails if an event was changed so that what is stored can't be read.
     *
     * @throws AssertionError with the events and what has changed in them
     */
    public void assertEventsReadable() {
        fail(changeFault());
    }

    private static void fail(String faults) {
        if (!faults.isEmpty()) {
            throw new AssertionError(faults);
        }
    }

    private static String fault(RuleResult rule) {
        if (rule.outcome() == Outcome.EMPTY) {
            return rule.sentence() + ". [" + rule.id() + "]\n  It found nothing to look at (" + counted(rule)
                    + "), so it can't have been kept. Correct the conventions that it is told, or leave it out: "
                    + "Rules.all().without(\"" + rule.id() + "\").";
        }
        if (rule.outcome() != Outcome.FAILED) {
            return "";
        }
        return rule.sentence() + ". [" + rule.id() + "]\n  Why: " + rule.reason() + "\n"
                + rule.violations().stream().map(ArchitectureReport::told).collect(Collectors.joining("\n"));
    }

    private static String counted(RuleResult rule) {
        return rule.examined().entrySet().stream()
                .map(count -> count.getKey() + ": " + count.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String told(Violation violation) {
        return "  " + violation.location().shown() + inWhat(violation.location()) + "\n    " + violation.what() + "\n"
                + violation.shortPath().stream().map(step -> "      " + step + "\n").collect(Collectors.joining())
                + "    To do: " + violation.remedy();
    }

    private static String inWhat(Location location) {
        return location.member() == null || location.file() == null
                ? ""
                : " (" + location.simpleType() + "." + location.member() + ")";
    }

    private String changeFault() {
        if (report.change() == null) {
            return "";
        }
        List<MessageChange> breaking = report.change().messages().stream().filter(MessageChange::breaking).toList();
        if (breaking.isEmpty()) {
            return "";
        }
        return "Events that are stored can be read.\n"
                + breaking.stream()
                        .map(change -> "  " + place(change) + "\n" + change.details().stream()
                                .map(detail -> "    " + detail + "\n")
                                .collect(Collectors.joining()))
                        .collect(Collectors.joining())
                        .stripTrailing();
    }

    private String place(MessageChange change) {
        return report.messages().stream()
                .filter(message -> message.type().equals(change.type()))
                .map(message -> message.location().shown())
                .findFirst()
                .orElse(change.type());
    }
}
