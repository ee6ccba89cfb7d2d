package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaAccess;
import dev.cleave.architecture.code.SystemCode;
import java.util.Comparator;
import java.util.List;

/** An event is what an aggregate decided on a command; nobody publishes one past it. */
final class OnlyAggregatesMakeEvents extends StatedRule {

    OnlyAggregatesMakeEvents() {
        super(
                "only-aggregates-make-events",
                Laws.ONLY_TRUTH,
                "Only aggregates make events",
                "An aggregate decides on what it knows, once for each command, and its events are numbered. An event that somebody publishes past"
                        + " it was decided by nobody: it comes again with each repetition, and no aggregate knows of it.");
    }

    @Override
    public Examination examine(SystemCode code) {
        List<Violation> violations = code.contextClasses()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(Known.PUBLISHING::include)
                .sorted(Comparator.comparing((JavaAccess<?> access) -> access.getOriginOwner().getName())
                        .thenComparingInt(JavaAccess::getLineNumber))
                .map(access -> new Violation(
                        code.at(access.getOriginOwner(), access.getOrigin().getName(), access.getSourceCodeLocation()),
                        Ways.name(access.getOrigin()) + " calls " + access.getTargetOwner().getSimpleName() + "."
                                + access.getTarget().getName() + ", which publishes an event that no aggregate decided on.",
                        "Send a command to the aggregate that it is about, and have that apply the event."))
                .toList();
        return Examination.of("classes", (int) code.contextClasses().count(), violations);
    }
}
