package dev.cleave.architecture.law.waits;

import dev.cleave.architecture.code.SystemCode;
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
        return List.of(new EveryWaitHasItsEnd(), noDeadlineManager());
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
