package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.SystemCode;
import java.util.List;

/** What is waited for can be looked up. */
final class NoDeadlineManager extends StatedRule {

    private static final List<String> SCHEDULERS =
            List.of("org.axonframework.deadline.", "org.axonframework.eventhandling.scheduling.");

    NoDeadlineManager() {
        super(
                "no-deadline-manager",
                Laws.EVERY_WAIT_ENDS,
                "No wait is kept in Axon's deadline manager or event scheduler",
                "A deadline lives in a scheduler's own store, apart from the events that opened it: it is lost with it, can't be rebuilt, and"
                        + " nobody can look up what is being waited for. A row of a view that says until when does all three.");
    }

    @Override
    public Examination examine(SystemCode code) {
        return UsesOf.examination(
                "classes",
                code.contextClasses(),
                type -> UsesOf.firstOfAny(type, NoDeadlineManager::schedules),
                use -> new Violation(
                        code.at(use),
                        use.inWords() + ", which keeps a wait where it can't be rebuilt from events.",
                        "Open a wait as a row of a view when the event comes, and send a command when it has run out."));
    }

    private static boolean schedules(JavaClass type) {
        return SCHEDULERS.stream().anyMatch(type.getName()::startsWith);
    }
}
