package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.code.Types;
import dev.cleave.architecture.uses.CallGraph.Reach;
import dev.cleave.architecture.uses.Targets;
import java.util.ArrayList;
import java.util.List;

/** What has happened is not decided again. */
final class SourcingOnlyAssigns extends StatedRule {

    private static final List<String> NO_REFUSALS = List.of("java.lang.MatchException", "java.lang.AssertionError");

    SourcingOnlyAssigns() {
        super(
                "sourcing-only-assigns",
                Laws.ONLY_TRUTH,
                "An event sourcing handler only assigns",
                "It runs again each time the aggregate is loaded. One that refuses makes an aggregate unloadable by what has already"
                        + " happened; one that applies or sends does so once more with every load.");
    }

    /** Aggregates need not be event-sourced. */
    @Override
    public boolean mayFindNothing() {
        return true;
    }

    @Override
    public Examination examine(SystemCode code) {
        Targets doing = Known.APPLYING.and(Known.senders(code.conventions())).and(Known.PUBLISHING);
        List<Violation> violations = new ArrayList<>();
        List<JavaCodeUnit> handlers = code.parts().sourcingHandlers();
        for (JavaCodeUnit handler : handlers) {
            Reach reach = code.calls().reach(List.of(handler), call -> !doing.include(call.access()));
            violations.addAll(Ways.to(doing::include, reach, (way, access) -> new Violation(
                    way.place(code),
                    Ways.signature(handler) + " " + way.inWords() + ", each time the aggregate is loaded.",
                    way.steps(code),
                    "Do it in the command handler that applies the event, or in a policy that reads it.")));
            violations.addAll(Ways.to(access -> refuses(handler, access), reach, (way, access) -> new Violation(
                    way.place(code),
                    Ways.signature(handler) + " " + way.inWords() + " to throw it: an event that has happened can't be refused.",
                    way.steps(code),
                    "Check it in the command handler before the event is applied; here, only take over what the event says.")));
        }
        return Examination.of("event sourcing handlers", handlers.size(), violations);
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
