package dev.cleave.architecture.law.messages;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.UsesOf;
import dev.cleave.architecture.rule.Violation;
import java.util.stream.Stream;

/** Messages marked as internal are used by their own context alone. */
final class InternalMessagesStayInside {

    private InternalMessagesStayInside() {}

    static Rule rule() {
        return Statement.of(
                "internal-messages-stay-inside", CommandsAndEventsOnly.LAW,
                "A message marked as internal is sent and handled by its own context alone",
                "Internal messages are steps that a context takes by itself, and it may change them tomorrow. Another context that sends or handles"
                        + " one makes that step part of what has to be kept.")
                .all("internal messages", code -> code.contextClasses().filter(type -> isInternal(code, type)))
                .violatedBy((code, message) -> usesByOthers(code, message))
                .orNone();
    }

    private static Stream<Violation> usesByOthers(SystemCode code, JavaClass message) {
        String owner = code.contextOf(message).orElseThrow().name();
        return message.getDirectDependenciesToSelf().stream()
                .map(dependency -> dependency.getOriginClass())
                .distinct()
                .filter(user -> code.contextOf(user).filter(context -> !context.name().equals(owner)).isPresent())
                .flatMap(user -> UsesOf.first(user, message::equals))
                .map(use -> new Violation(
                        code.at(use),
                        use.inWords() + ", which is marked as internal to " + owner + ".",
                        "Use a message that " + owner
                                + " publishes for others; if this one is meant for them, take the mark off it."));
    }

    private static boolean isInternal(SystemCode code, JavaClass type) {
        String marker = code.conventions().internalMarker();
        return marker != null && type.isAnnotatedWith(marker);
    }
}
