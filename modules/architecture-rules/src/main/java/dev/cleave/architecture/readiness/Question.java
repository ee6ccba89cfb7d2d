package dev.cleave.architecture.readiness;

import dev.cleave.architecture.report.Report.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of every context. */
public enum Question {
    FOREIGN_TYPES("Does it name no type of another context that is not published?"),
    ROUND_TRIP("Can all its messages be written and read back?"),
    STARTS_ALONE("Does it start alone?"),
    OWN_STORE("Has it a store of its own?"),
    REPEATED_AND_UNREADABLE("Does it take an event twice, and put one aside that it can't handle?"),
    WAITS_END("Does every wait end?"),
    HEALTH("Does it tell whether it is well?");

    private final String text;

    Question(String text) {
        this.text = text;
    }

    /** The question as it is read. */
    public String text() {
        return text;
    }

    /** Yes. */
    public Finding yes(String... evidence) {
        return answered(true, List.of(evidence));
    }

    /** No. */
    public Finding no(String... evidence) {
        return answered(false, List.of(evidence));
    }

    /** What was found does not settle it. */
    public Finding open(String... evidence) {
        return answered(null, List.of(evidence));
    }

    /** Yes, no, or null where what was found does not settle it. */
    public Finding answered(@Nullable Boolean answer, List<String> evidence) {
        return new Finding(text, answer, evidence);
    }
}
