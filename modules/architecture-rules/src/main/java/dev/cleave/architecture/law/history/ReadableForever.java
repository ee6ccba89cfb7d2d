package dev.cleave.architecture.law.history;

import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.Violation;
import java.util.List;

/** What has once been written as an event can be read by every later build. */
public final class ReadableForever {

    private ReadableForever() {}

    public static List<Rule> rules() {
        return List.of(eventsHaveRevisions(), SamplesOfEveryRevision.rule());
    }

    private static Rule eventsHaveRevisions() {
        return Statement.of(
                "events-have-revisions", Laws.READABLE_FOREVER,
                "Every event names its revision",
                "An event is stored with the revision that its type names. A later build tells the old form from the new one only by the revision, and"
                        + " stored events can't be given one afterwards.")
                .all("events", code -> code.model().messages(Kind.EVENT))
                .should(
                        (code, event) -> event.revision() != null && !event.revision().isBlank(),
                        (code, event) -> new Violation(
                                event.location(),
                                event.name() + " names no revision.",
                                "Annotate it with @Revision(\"1\"), and raise the number whenever its form changes."));
    }
}
