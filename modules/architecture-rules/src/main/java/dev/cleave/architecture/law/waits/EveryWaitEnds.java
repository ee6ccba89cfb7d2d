package dev.cleave.architecture.law.waits;

import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Wait;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.UsesOf;
import dev.cleave.architecture.rule.Violation;
import java.util.List;

/** Whatever a process waits for has a deadline and a way out. */
public final class EveryWaitEnds {

    private static final List<String> SCHEDULERS =
            List.of("org.axonframework.deadline.", "org.axonframework.eventhandling.scheduling.");

    private EveryWaitEnds() {}

    public static List<Rule> rules() {
        return List.of(everyWaitHasItsEnd(), noDeadlineManager());
    }

    /** A system may wait for nothing. */
    private static Rule everyWaitHasItsEnd() {
        return Statement.of(
                "every-wait-has-its-end", Laws.EVERY_WAIT_ENDS,
                "Every kind of wait that a context opens has a command that follows when its time has run out",
                "A process that waits for an answer that never comes stays where it is forever, with everything that is held for it.")
                .all("kinds of waits", code -> code.model().waits().stream())
                .violatedBy((code, wait) -> wait.opened().stream()
                        .filter(step -> !wait.hasEnd())
                        .map(Wait.Step::location)
                        .map(place -> new Violation(
                                place,
                                "A wait of the kind " + wait.kind() + " is opened, and no command follows its end.",
                                remedy(code, wait))))
                .orNone();
    }

    private static String remedy(SystemCode code, Wait wait) {
        String type = code.conventions().waitType();
        String handled = "Handle the deadline " + wait.kind() + " in the context " + wait.context();
        return (type == null
                ? handled
                : handled + ", or let the " + type.substring(type.lastIndexOf('.') + 1) + " of that name make a command")
                + ", to undo what was done.";
    }

    private static Rule noDeadlineManager() {
        return Statement.of(
                "no-deadline-manager", Laws.EVERY_WAIT_ENDS,
                "No wait is kept in Axon's deadline manager or event scheduler",
                "A deadline lives in a scheduler's own store, apart from the events that opened it: it can be lost, can't be rebuilt, and nobody can look"
                        + " up what the process waits for. A row of a view that says until when solves all three.")
                .all("classes", SystemCode::contextClasses)
                .violatedBy((code, type) -> UsesOf.firstOfAny(
                        type, used -> SCHEDULERS.stream().anyMatch(used.getName()::startsWith))
                        .map(use -> new Violation(
                                code.at(use),
                                use.inWords() + ", which keeps a wait where it can't be rebuilt from events.",
                                "Open a wait as a row of a view when the event comes, and send a command when it has run out.")));
    }
}
