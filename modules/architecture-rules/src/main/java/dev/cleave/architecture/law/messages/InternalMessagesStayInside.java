package dev.cleave.architecture.law.messages;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.ContextCode;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.rule.Examination;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.StatedRule;
import dev.cleave.architecture.rule.UsesOf;
import dev.cleave.architecture.rule.Violation;
import java.util.ArrayList;
import java.util.List;

/** Messages marked as internal are used by their own context alone. */
final class InternalMessagesStayInside extends StatedRule {

    InternalMessagesStayInside() {
        super(
                "internal-messages-stay-inside",
                Laws.COMMANDS_AND_EVENTS_ONLY,
                "A message marked as internal is sent and handled by its own context alone",
                "Internal messages are steps that a context takes by itself, and it may take them otherwise tomorrow. Another context that sends"
                        + " or handles one makes that step part of what has to be kept.");
    }

    @Override
    public boolean mayFindNothing() {
        return true;
    }

    @Override
    public Examination examine(SystemCode code) {
        String marker = code.conventions().internalMarker();
        if (marker == null) {
            return Examination.of("internal messages", 0, List.of());
        }
        int count = Math.toIntExact(code.contextClasses().filter(type -> type.isAnnotatedWith(marker)).count());
        List<Violation> violations = new ArrayList<>();
        for (ContextCode context : code.contexts()) {
            for (JavaClass type : context.classes()) {
                UsesOf.first(type, used -> used.isAnnotatedWith(marker) && !context.contains(used))
                        .forEach(use -> code.contextOf(use.to()).ifPresent(owner -> violations.add(new Violation(
                                code.at(use),
                                use.inWords() + ", which is marked as internal to " + owner.name() + ".",
                                "Use a message that " + owner.name()
                                        + " publishes for others; if this one is meant for them, take the mark"
                                        + " off it."))));
            }
        }
        return Examination.of("internal messages", count, violations);
    }
}
