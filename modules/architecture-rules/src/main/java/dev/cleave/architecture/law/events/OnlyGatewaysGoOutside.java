package dev.cleave.architecture.law.events;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.rule.CallPaths.CallPath;
import dev.cleave.architecture.rule.Granted;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.StandIns;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.uses.CallGraph.Call;
import dev.cleave.architecture.uses.CodeNames;
import dev.cleave.architecture.uses.Targets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whoever talks to the outside world is a gateway, or is called by gateways alone. From each place that does, calls are followed back to
 * where they begin; a path that begins elsewhere than in a gateway breaks the rule. What a container calls (a constructor, a bean's
 * initialiser) begins a path too. Which libraries lead outside is a list; a system adds its own ports.
 */
final class OnlyGatewaysGoOutside {

    private OnlyGatewaysGoOutside() {}

    static Rule rule() {
        return Statement.of(
                "only-gateways-go-outside", OnlyTruth.LAW,
                "Only gateways do input and output with the outside world",
                "The outside world answers late, twice or never. A gateway is the one place that is made for that: it works outside any transaction, with"
                        + " a time limit, and repeats a call under the same reference. Anywhere else a slow answer delays a request or a"
                        + " command, and a repeated call has a second effect.")
                .all("calls to the outside world", code -> knowsGateways(code)
                        ? code.contextClasses().filter(type -> !StandIns.include(code, type))
                                .flatMap(type -> outsideCalls(code, type))
                        : Stream.empty())
                .violatedBy((code, access) -> firstLike(code, access).stream().flatMap(first -> paths(code, first).stream())
                        .map(path -> path.violation(
                                code,
                                CodeNames.of(path.start()) + " " + path.inWords()
                                        + ", which reaches the outside world, and is no gateway.",
                                "Have an event ask for it and a gateway do it, which reports the outcome by a command.")))
                .counting("gateways", code -> code.parts().playing(Role.GATEWAY).size())
                .granting(code -> knowsGateways(code) ? granted(code) : List.of())
                .orNone();
    }

    private static boolean knowsGateways(SystemCode code) {
        return code.conventions().roles().containsValue(Role.GATEWAY);
    }

    private static Stream<JavaAccess<?>> outsideCalls(SystemCode code, JavaClass type) {
        Targets outside = Known.outside(code.conventions());
        return type.getAccessesFromSelf().stream()
                .filter(outside::include)
                .sorted(Comparator.comparingInt(JavaAccess::getLineNumber));
    }

    /** The access itself, if its code does the same nowhere before. */
    private static Optional<JavaAccess<?>> firstLike(SystemCode code, JavaAccess<?> access) {
        return outsideCalls(code, access.getOriginOwner())
                .filter(other -> other.getOrigin().equals(access.getOrigin())
                        && other.getTarget().getFullName().equals(access.getTarget().getFullName()))
                .findFirst()
                .filter(access::equals);
    }

    private static List<Granted> granted(SystemCode code) {
        return StandIns.granted(
                code,
                standIn -> "What " + standIn + " does counts as done outside.",
                type -> outsideCalls(code, type).map(code::at));
    }

    /** The shortest path from each beginning to an access, those that begin in gateways apart. */
    private static List<CallPath> paths(SystemCode code, JavaAccess<?> access) {
        List<CallPath> paths = new ArrayList<>();
        Map<JavaCodeUnit, @Nullable Call> next = new HashMap<>();
        Deque<JavaCodeUnit> left = new ArrayDeque<>();
        next.put(access.getOrigin(), null);
        left.add(access.getOrigin());
        while (!left.isEmpty()) {
            JavaCodeUnit unit = left.remove();
            if (isGateway(code, unit.getOwner()) || StandIns.include(code, unit.getOwner())) {
                continue;
            }
            List<Call> callers = code.calls().to(unit);
            if (callers.isEmpty() || code.parts().isEntered(unit)) {
                paths.add(new CallPath(callsFrom(unit, next), access));
                continue;
            }
            for (Call call : callers) {
                if (!next.containsKey(call.from())) {
                    next.put(call.from(), call);
                    left.add(call.from());
                }
            }
        }
        return paths;
    }

    private static List<Call> callsFrom(JavaCodeUnit unit, Map<JavaCodeUnit, @Nullable Call> next) {
        List<Call> calls = new ArrayList<>();
        for (Call call = next.get(unit); call != null; call = next.get(call.to())) {
            calls.add(call);
        }
        return calls;
    }

    private static boolean isGateway(SystemCode code, JavaClass type) {
        return code.parts().role(type) == Role.GATEWAY
                || isBaseOfGateways(code, type)
                || type.getEnclosingClass().filter(outer -> isGateway(code, outer)).isPresent();
    }

    /** What is abstract is run as what extends it. */
    private static boolean isBaseOfGateways(SystemCode code, JavaClass type) {
        return type.getModifiers().contains(JavaModifier.ABSTRACT)
                && !type.getAllSubclasses().isEmpty()
                && type.getAllSubclasses().stream()
                        .filter(kind -> !kind.getModifiers().contains(JavaModifier.ABSTRACT))
                        .allMatch(kind -> code.parts().role(kind) == Role.GATEWAY);
    }
}
