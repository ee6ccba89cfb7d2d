package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.cleave.architecture.bytecode.Literals;
import dev.cleave.architecture.code.Sql;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.uses.CallGraph.Reach;
import dev.cleave.architecture.uses.Targets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Whenever this event, then that command. */
final class PoliciesOnlySend extends StatedRule {

    /** How many lines a statement may stand from where it is run. */
    private static final int NEAR = 8;

    PoliciesOnlySend() {
        super(
                "policies-only-send",
                Laws.ONLY_TRUTH,
                "A policy sends commands and does nothing else",
                "An event may reach a policy more than once, and a policy is never replayed. Commands bear that, because their"
                        + " handlers take repetitions calmly; a row written or a call made on the way is done twice, or lost for good.");
    }

    /** A system may know no policies. */
    @Override
    public boolean mayFindNothing() {
        return true;
    }

    @Override
    public Examination examine(SystemCode code) {
        Targets senders = Known.senders(code.conventions());
        Targets doing = Known.WRITES
                .and(Known.PUBLISHING)
                .and(Known.APPLYING)
                .and(Known.ELSEWHERE)
                .and(Known.outside(code.conventions()));
        List<Violation> violations = new ArrayList<>();
        SequencedMap<String, Integer> examined = new LinkedHashMap<>();
        examined.put("policies", 0);
        for (JavaClass policy : code.parts().playing(Role.POLICY)) {
            List<JavaMethod> handlers = code.parts().allHandlers(policy);
            examined.merge("policies", 1, Integer::sum);
            examined.merge("handlers", handlers.size(), Integer::sum);
            for (JavaMethod handler : handlers) {
                Reach reach = code.calls()
                        .reach(List.of(handler), call -> !senders.include(call.access()) && !doing.include(call.access()));
                violations.addAll(Ways.to(access -> doing.include(access) || runsWriting(access), reach,
                        (way, access) -> new Violation(
                                way.place(code),
                                Ways.signature(handler) + " " + way.inWords() + ": a policy only sends commands.",
                                way.steps(code),
                                remedy(access))));
                violations.addAll(Ways.to(access -> remembers(policy, access), reach, (way, access) -> new Violation(
                        way.place(code),
                        Ways.signature(handler) + " assigns " + Ways.name(access.getTargetOwner()) + "."
                                + access.getTarget().getName() + ": a policy remembers nothing.",
                        way.steps(code),
                        "Keep it in a view that reads the same event, or in the aggregate that the command goes to.")));
            }
        }
        return new Examination(examined, violations.stream().distinct().toList());
    }

    /** Whether a statement is run by a method that also reads, and it is one that writes. */
    private static boolean runsWriting(JavaAccess<?> access) {
        return Known.RUNS_STATEMENTS.include(access)
                && Literals.inCodeOf(access.getOriginOwner()).stream()
                        .filter(text -> access.getOrigin().getName().equals(text.member()))
                        .anyMatch(text -> Math.abs(text.line() - access.getLineNumber()) <= NEAR && Sql.isWriting(text.text()));
    }

    private static boolean remembers(JavaClass policy, JavaAccess<?> access) {
        return access instanceof JavaFieldAccess field
                && field.getAccessType() == JavaFieldAccess.AccessType.SET
                && policy.isAssignableTo(field.getTargetOwner().getName());
    }

    private static String remedy(JavaAccess<?> access) {
        String type = access.getTargetOwner().getName();
        return Known.ELSEWHERE.include(access)
                ? "Send the command in the handler itself: what another thread sends is not answered when the policy goes on, and is lost"
                        + " when the process ends."
                : Known.WRITES.include(access) || Known.RUNS_STATEMENTS.include(access)
                        ? "Keep it in a view that reads the same event, or in the aggregate that the command goes to."
                : "Move the use of " + type + " into a gateway that reads the event and reports back by a command.";
    }
}
