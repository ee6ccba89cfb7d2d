package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.uses.CallGraph.Call;
import dev.cleave.architecture.uses.Targets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Whoever talks to the outside world is a gateway, or is called by gateways alone. From each place that does, calls are followed back to
 * where they begin; a way that begins elsewhere than in a gateway breaks the rule. What a container calls (a constructor, a bean's
 * initialiser) begins a way too. Which libraries lead outside is a list; a system adds its own ports.
 */
final class OnlyGatewaysGoOutside extends StatedRule {

    OnlyGatewaysGoOutside() {
        super(
                "only-gateways-go-outside",
                Laws.ONLY_TRUTH,
                "Only gateways do input and output with the outside world",
                "The world outside answers late, twice or never. A gateway is the one place that is made for that: outside any"
                        + " transaction, bounded in time, asking again under the same reference. Anywhere else a slow answer holds up a"
                        + " request or a command, and a repeated one has a second effect.");
    }

    /** A system may have nothing to do with the outside world. */
    @Override
    public boolean mayFindNothing() {
        return true;
    }

    @Override
    public Examination examine(SystemCode code) {
        SequencedMap<String, Integer> examined = new LinkedHashMap<>();
        examined.put("calls to the outside world", 0);
        examined.put("gateways", code.parts().playing(Role.GATEWAY).size());
        Map<List<Object>, Violation> violations = new LinkedHashMap<>();
        if (!code.conventions().roles().containsValue(Role.GATEWAY)) {
            return new Examination(examined, List.of());
        }
        Targets outside = Known.outside(code.conventions());
        code.contextClasses()
                .filter(type -> !StandIns.include(code, type))
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(outside::include)
                .sorted(Comparator.comparing((JavaAccess<?> access) -> access.getOriginOwner().getName())
                        .thenComparingInt(JavaAccess::getLineNumber))
                .forEach(access -> {
                    examined.merge("calls to the outside world", 1, Integer::sum);
                    for (Ways.Way way : waysIn(code, access)) {
                        violations.putIfAbsent(
                                List.of(way.start(), access.getOrigin(), access.getTarget().getFullName()), violation(code, way));
                    }
                });
        return new Examination(examined, new ArrayList<>(violations.values()), granted(code, outside));
    }

    private static List<Granted> granted(SystemCode code, Targets outside) {
        return StandIns.granted(
                code,
                standIn -> "What " + standIn + " does counts as done outside.",
                type -> type.getAccessesFromSelf().stream()
                        .filter(outside::include)
                        .map(access -> code.at(
                                access.getOriginOwner(), access.getOrigin().getName(), access.getSourceCodeLocation())));
    }

    private static Violation violation(SystemCode code, Ways.Way way) {
        return new Violation(
                way.place(code),
                Ways.name(way.start()) + " " + way.inWords() + ", which reaches the outside world, and is no gateway.",
                way.steps(code),
                "Have an event ask for it and a gateway do it, which reports the outcome by a command.");
    }

    /** The shortest way from each beginning to an access, those that begin in gateways apart. */
    private static List<Ways.Way> waysIn(SystemCode code, JavaAccess<?> access) {
        List<Ways.Way> ways = new ArrayList<>();
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
                ways.add(new Ways.Way(callsFrom(unit, next), access));
                continue;
            }
            for (Call call : callers) {
                if (!next.containsKey(call.from())) {
                    next.put(call.from(), call);
                    left.add(call.from());
                }
            }
        }
        return ways;
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
