package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import dev.cleave.architecture.uses.CallGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Where messages are made within some classes of a system, and which calls among these classes lead there. */
final class Calls {

    /** That a place makes an object of a type, or hands its constructor on. */
    record Making(JavaClass type, JavaCodeUnit by, int line) {}

    private final CallGraph graph;
    private final Set<JavaClass> classes;
    private final Predicate<JavaClass> senders;
    private final Map<String, List<Making>> makings = new HashMap<>();
    private final Map<JavaCodeUnit, Set<JavaCodeUnit>> leading = new HashMap<>();

    /** @param senders whose code sends what it makes itself, whoever has it made: declarations of waits */
    Calls(CallGraph graph, Set<JavaClass> classes, Predicate<JavaClass> senders) {
        this.graph = graph;
        this.classes = classes;
        this.senders = senders;
        classes.stream().flatMap(type -> type.getCodeUnits().stream()).forEach(this::noteMakings);
        makings.values().forEach(found -> found.sort(
                Comparator.comparing((Making making) -> making.by().getFullName()).thenComparing(Making::line)));
    }

    private void noteMakings(JavaCodeUnit unit) {
        for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
            if (access.getTarget() instanceof CodeUnitAccessTarget target
                    && target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)) {
                makings.computeIfAbsent(target.getOwner().getName(), type -> new ArrayList<>())
                        .add(new Making(target.getOwner(), unit, access.getLineNumber()));
            }
        }
    }

    /** All places that make an object of a type. */
    List<Making> makings(JavaClass type) {
        return makings.getOrDefault(type.getName(), List.of());
    }

    /** Code, and all from which calls lead to it. */
    Set<JavaCodeUnit> leadingTo(JavaCodeUnit made) {
        return leading.computeIfAbsent(made, to -> {
            Set<JavaCodeUnit> reached = new LinkedHashSet<>(Set.of(to));
            Deque<JavaCodeUnit> open = new ArrayDeque<>(reached);
            while (!open.isEmpty()) {
                JavaCodeUnit unit = open.pop();
                for (CallGraph.Call call : senders.test(unit.getOwner()) ? List.<CallGraph.Call>of() : graph.to(unit)) {
                    if (classes.contains(call.from().getOwner()) && reached.add(call.from())) {
                        open.push(call.from());
                    }
                }
            }
            return reached;
        });
    }

    /** The calls by which others lead to code, those within itself apart. */
    List<CallGraph.Call> to(JavaCodeUnit unit) {
        return graph.to(unit).stream()
                .filter(call -> classes.contains(call.from().getOwner()) && !call.from().equals(unit))
                .toList();
    }

    /** What code calls. */
    List<JavaCodeUnit> from(JavaCodeUnit unit) {
        return graph.from(unit).stream().map(CallGraph.Call::to).toList();
    }

    /** Code, and all that its calls lead to, as long as they stay within what is told. */
    Set<JavaCodeUnit> reachedFrom(JavaCodeUnit unit, Predicate<JavaCodeUnit> within) {
        return graph.reach(List.of(unit), call -> classes.contains(call.to().getOwner()) && within.test(call.to())).units();
    }

    /** Whether no other code calls it. */
    boolean isUncalled(JavaCodeUnit unit) {
        return to(unit).isEmpty();
    }
}
