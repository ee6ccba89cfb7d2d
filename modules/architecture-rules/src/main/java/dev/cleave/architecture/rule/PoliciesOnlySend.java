package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
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
        Targets doing = Known.WRITES.and(Known.PUBLISHING).and(Known.APPLYING).and(Known.outside(code.conventions()));
        List<Violation> violations = new ArrayList<>();
        SequencedMap<String, Integer> examined = new LinkedHashMap<>();
        examined.put("policies", 0);
        for (JavaClass policy : code.parts().playing(Role.POLICY)) {
            List<JavaCodeUnit> handlers = code.parts().handlers(policy);
            examined.merge("policies", 1, Integer::sum);
            examined.merge("handlers", handlers.size(), Integer::sum);
            for (JavaCodeUnit handler : handlers) {
                Reach reach = code.calls()
                        .reach(List.of(handler), call -> !senders.include(call.access()) && !doing.include(call.access()));
                violations.addAll(Ways.to(doing::include, reach, (way, access) -> new Violation(
                        way.place(code),
                        Ways.signature(handler) + " " + way.inWords() + ": a policy only sends commands.",
                        way.steps(code),
                        remedy(access.getTargetOwner().getName(), Known.WRITES.include(access)))));
            }
        }
        return new Examination(examined, violations);
    }

    private static String remedy(String type, boolean writes) {
        return writes
                ? "Keep it in a view that reads the same event, or in the aggregate that the command goes to."
                : "Move the use of " + type + " into a gateway that reads the event and reports back by a command.";
    }
}
