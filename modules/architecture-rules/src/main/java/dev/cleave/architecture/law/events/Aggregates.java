package dev.cleave.architecture.law.events;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.code.Types;
import dev.cleave.architecture.rule.CallPaths;
import dev.cleave.architecture.rule.Examination;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.Statement.Wording;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.uses.CodeNames;
import dev.cleave.architecture.uses.Targets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** An aggregate decides by its events and the command, at whatever time, and stands alone. */
final class Aggregates {

    private static final List<String> NO_REFUSALS = List.of("java.lang.MatchException", "java.lang.AssertionError");

    private Aggregates() {}

    static Rule readNoClock() {
        return of(Statement.of(
                "aggregates-read-no-clock", OnlyTruth.LAW,
                "An aggregate reads no clock and no random number",
                "An aggregate's decision must follow from its events and the command alone. If it depends on the time or on chance, the same command"
                        + " has another outcome when it is retried or handled on another machine, and no test can pin it."),
                (code, entered) -> CallPaths.from(code, entered, call -> true).to(
                        Known.CLOCKS_AND_CHANCE::include,
                        path -> CodeNames.of(path.start()) + " " + path.inWords() + ", which answers differently each time.",
                        "Take the time from the event's or the command's metadata, and have the sender put what is drawn or"
                                + " read into the command."));
    }

    static Rule callNoOne() {
        return of(Statement.of(
                "aggregates-call-no-one", OnlyTruth.LAW,
                "An aggregate does no input or output and calls no other component",
                "An aggregate is rebuilt from its events, and commands wait while it decides. What it reads elsewhere is not in its events, and what it"
                        + " does elsewhere is not undone when its command is refused or retried."),
                (code, entered) -> {
                    Targets others = Known.outside(code.conventions())
                            .and(Known.STORE)
                            .and(Known.senders(code.conventions()))
                            .and(Known.ASKING)
                            .and(Known.PUBLISHING)
                            .and(Known.ELSEWHERE)
                            .and(Known.SURROUNDINGS);
                    Predicate<JavaAccess<?>> calls = access -> others.include(access) || isBean(code, access.getTargetOwner());
                    return CallPaths.from(
                            code, entered, call -> !others.include(call.access()) && !isBean(code, call.to().getOwner())).to(
                                    calls,
                                    path -> CodeNames.of(path.start()) + " " + path.inWords()
                                            + ": that is not for an aggregate to do.",
                                    "Have the sender, or a command handler outside the aggregate, look up what is needed and put it into the"
                                            + " command; do what follows in a policy or a gateway that reads the event.");
                });
    }

    private static Rule of(Wording wording, BiFunction<SystemCode, List<JavaCodeUnit>, Stream<Violation>> violations) {
        return wording.examinedBy(code -> Examination.of(
                "aggregates",
                code.parts().aggregates().size(),
                code.parts().aggregateCode().stream().flatMap(entered -> violations.apply(code, entered)).toList()));
    }

    /** Aggregates are made by a container too; they are what is looked at. */
    private static boolean isBean(SystemCode code, JavaClass type) {
        return code.classes().contain(type.getName()) && code.parts().isManaged(type) && !code.parts().isAggregate(type);
    }

    static Rule onlyAssignWhenSourced() {
        return Statement.of(
                "sourcing-only-assigns", OnlyTruth.LAW,
                "An event sourcing handler only assigns",
                "It runs again each time the aggregate is loaded. A handler that refuses an event makes the aggregate unloadable; a handler that applies"
                        + " or sends something does so again with every load.")
                .all("event sourcing handlers", code -> code.parts().sourcingHandlers().stream())
                .violatedBy((code, handler) -> {
                    Targets doing = Known.APPLYING.and(Known.senders(code.conventions())).and(Known.PUBLISHING);
                    CallPaths paths = CallPaths.from(code, List.of(handler), call -> !doing.include(call.access()));
                    return Stream.concat(
                            paths.to(
                                    doing::include,
                                    path -> CodeNames.signature(handler) + " " + path.inWords()
                                            + ", each time the aggregate is loaded.",
                                    "Do it in the command handler that applies the event, or in a policy that reads it."),
                            paths.to(
                                    access -> refuses(handler, access),
                                    path -> CodeNames.signature(handler) + " " + path.inWords()
                                            + " to throw it: an event that has happened can't be refused.",
                                    "Check it in the command handler before the event is applied; here, only take over what the event says."));
                })
                .orNone();
    }

    /** Refusals wherever they are made; other exceptions where the aggregate itself makes them, since values may check themselves. */
    private static boolean refuses(JavaCodeUnit handler, JavaAccess<?> access) {
        JavaClass made = access.getTargetOwner();
        return access.getTarget().getName().equals("<init>")
                && made.isAssignableTo(Throwable.class)
                && !NO_REFUSALS.contains(made.getName())
                && !isSuperCall(access)
                && (made.isAssignableTo("org.axonframework.messaging.HandlerExecutionException")
                        || Types.outermost(access.getOriginOwner()).equals(Types.outermost(handler.getOwner())));
    }

    private static boolean isSuperCall(JavaAccess<?> access) {
        JavaCodeUnit origin = access.getOrigin();
        return origin.isConstructor() && origin.getOwner().isAssignableTo(access.getTargetOwner().getName());
    }
}
