package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.uses.CallGraph.Call;
import dev.cleave.architecture.uses.CallGraph.Reach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Ways from code to what it should not do, by calls. */
final class Ways {

    private Ways() {}

    /**
     * The ways to all wanted accesses within reach, the shortest to each. From one place to the same thing in the same code there is one.
     *
     * @param violation what is made of a way
     */
    static List<Violation> to(
            Predicate<JavaAccess<?>> wanted, Reach reach, BiFunction<Way, JavaAccess<?>, Violation> violation) {
        Map<List<Object>, Violation> found = new LinkedHashMap<>();
        for (JavaCodeUnit unit : reach.units()) {
            List<Call> calls = reach.way(unit);
            unit.getAccessesFromSelf().stream()
                    .filter(wanted)
                    .sorted(Comparator.comparingInt(JavaAccess::getLineNumber))
                    .forEach(access -> found.computeIfAbsent(
                            List.of(unit, access.getTarget().getFullName()),
                            key -> violation.apply(new Way(calls, access), access)));
        }
        return found.values().stream()
                .sorted(Comparator.comparing((Violation each) -> each.location().type())
                        .thenComparing(each -> each.location().line())
                        .thenComparing(Violation::what))
                .toList();
    }

    /**
     * A way.
     *
     * @param calls empty if the code that it begins with does it itself
     * @param end where it is done
     */
    record Way(List<Call> calls, JavaAccess<?> end) {

        /** The code that it begins with. */
        JavaCodeUnit start() {
            return calls.isEmpty() ? end.getOrigin() : calls.getFirst().from();
        }

        /** Where it begins. */
        Location place(SystemCode code) {
            JavaAccess<?> first = calls.isEmpty() ? end : calls.getFirst().access();
            return code.at(start().getOwner(), start().getName(), first.getSourceCodeLocation());
        }

        /** What is done, and by whom: {@code calls Instant.now}, or {@code by way of Prices.today, which calls Instant.now}. */
        String inWords() {
            String does = verb(end) + " " + name(end.getTarget());
            return calls.isEmpty() ? does : "leads to " + name(end.getOrigin()) + ", which " + does;
        }

        /** Each step with its place, what is done in the end included. */
        List<String> steps(SystemCode code) {
            List<String> steps = new ArrayList<>();
            calls.forEach(call -> steps.add(step(code, call.access())));
            steps.add(step(code, end));
            steps.add(name(end.getTarget()));
            return steps;
        }

        private static String step(SystemCode code, JavaAccess<?> access) {
            JavaCodeUnit unit = access.getOrigin();
            Location at = code.at(unit.getOwner(), unit.getName(), access.getSourceCodeLocation());
            String file = at.file() == null ? access.getSourceCodeLocation().getSourceFileName() : at.file();
            return name(unit) + " (" + file + ":" + at.line() + ")";
        }
    }

    /** Code without its package: {@code Order.place}, {@code new Order}. */
    static String name(JavaCodeUnit unit) {
        return name(unit.getOwner(), unit.getName());
    }

    /** Code with what it handles: {@code Order.place(PlaceOrder)}. */
    static String signature(JavaCodeUnit handler) {
        return name(handler)
                + handler.getRawParameterTypes().stream().limit(1).map(type -> "(" + name(type) + ")").findFirst().orElse("");
    }

    static String name(AccessTarget target) {
        return name(target.getOwner(), target.getName());
    }

    /** A class without its package, nested ones with those they are in. */
    static String name(JavaClass type) {
        String packageName = type.getPackageName();
        return type.getName().substring(packageName.isEmpty() ? 0 : packageName.length() + 1).replace('$', '.');
    }

    private static String name(JavaClass owner, String member) {
        return switch (member) {
            case "<init>" -> "new " + name(owner);
            case "<clinit>" -> name(owner) + "'s static initialiser";
            default -> name(owner) + "." + member;
        };
    }

    private static String verb(JavaAccess<?> access) {
        return access.getTarget().getName().equals("<init>") ? "makes a" : "calls";
    }
}
