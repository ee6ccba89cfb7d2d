package dev.cleave.architecture.law.events;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.cleave.architecture.bytecode.Literals;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.rule.CallPaths;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.uses.CodeNames;
import dev.cleave.architecture.uses.Targets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whenever this event, then that command. A system may know no policies. */
final class Policies {

    private static final Pattern WRITING = Pattern.compile(
            "\\s*(insert\\s+into|delete\\s+from|merge\\s+into|truncate\\s+table|update\\s+\\S+\\s+set)\\b",
            Pattern.CASE_INSENSITIVE);

    private Policies() {}

    static Rule onlySend() {
        return Statement.of(
                "policies-only-send", OnlyTruth.LAW,
                "A policy sends commands and does nothing else",
                "An event may reach a policy more than once, and a policy is never replayed. Commands are safe to repeat, because their handlers expect"
                        + " repetitions; a row that a policy writes or a call that it makes happens twice or is lost.")
                .all("policies", code -> code.parts().playing(Role.POLICY).stream())
                .violatedBy((code, policy) -> code.parts().allHandlers(policy).stream()
                        .flatMap(handler -> violations(code, policy, handler)))
                .counting("handlers", code -> code.parts().playing(Role.POLICY).stream()
                        .mapToInt(policy -> code.parts().allHandlers(policy).size())
                        .sum())
                .orNone();
    }

    private static Stream<Violation> violations(SystemCode code, JavaClass policy, JavaMethod handler) {
        Targets senders = Known.senders(code.conventions());
        Targets doing = Known.WRITES
                .and(Known.PUBLISHING)
                .and(Known.APPLYING)
                .and(Known.ELSEWHERE)
                .and(Known.outside(code.conventions()));
        CallPaths paths = CallPaths.from(
                code, List.of(handler), call -> !senders.include(call.access()) && !doing.include(call.access()));
        return Stream.concat(
                paths.to(
                        access -> doing.include(access) || runsWriting(access),
                        path -> CodeNames.signature(handler) + " " + path.inWords() + ": a policy only sends commands.",
                        path -> remedy(path.end())),
                paths.to(
                        access -> remembers(policy, access),
                        path -> CodeNames.signature(handler) + " assigns " + CodeNames.of(path.end().getTarget())
                                + ": a policy remembers nothing.",
                        "Keep it in a view that reads the same event, or in the aggregate that the command goes to."));
    }

    /** Whether a statement is run by a method that also reads, in code that holds one that writes. */
    private static boolean runsWriting(JavaAccess<?> access) {
        return Known.RUNS_STATEMENTS.include(access)
                && Literals.inCodeOf(access.getOriginOwner()).stream()
                        .anyMatch(text -> access.getOrigin().getName().equals(text.member())
                                && WRITING.matcher(text.text()).lookingAt());
    }

    private static boolean remembers(JavaClass policy, JavaAccess<?> access) {
        return access instanceof JavaFieldAccess field
                && field.getAccessType() == JavaFieldAccess.AccessType.SET
                && policy.isAssignableTo(field.getTargetOwner().getName());
    }

    private static String remedy(JavaAccess<?> access) {
        if (Known.ELSEWHERE.include(access)) {
            return "Send the command in the handler itself: what another thread sends is not answered when the policy goes on, and is lost"
                    + " when the process ends.";
        }
        return Known.WRITES.include(access) || Known.RUNS_STATEMENTS.include(access)
                ? "Keep it in a view that reads the same event, or in the aggregate that the command goes to."
                : "Move the use of " + access.getTargetOwner().getName()
                        + " into a gateway that reads the event and reports back by a command.";
    }
}
