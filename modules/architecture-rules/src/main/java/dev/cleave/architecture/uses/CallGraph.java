package dev.cleave.architecture.uses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which code of a system may call which. A call of a method leads to each class that overrides it; who makes an object may call what that
 * object is called back by (the {@code run} of a {@code Runnable}); who touches a class may run its static initialiser. What lambdas do is
 * done by the method they stand in. What is called by reflection, and what a container injects behind a type from elsewhere, is not seen.
 */
public final class CallGraph {

    private final JavaClasses classes;
    private final Map<JavaCodeUnit, List<Call>> from = new LinkedHashMap<>();
    private final Map<JavaCodeUnit, List<Call>> to = new LinkedHashMap<>();

    /** That of the given classes. */
    public CallGraph(JavaClasses classes) {
        this.classes = classes;
        for (JavaClass type : classes) {
            type.getCodeUnits().forEach(unit -> from.put(unit, read(unit)));
        }
        from.values().forEach(calls -> calls.forEach(call -> to.computeIfAbsent(call.to(), unit -> new ArrayList<>()).add(call)));
    }

    /**
     * That some code may call other code.
     *
     * @param access where it does
     */
    public record Call(JavaCodeUnit from, JavaCodeUnit to, JavaAccess<?> access) {}

    /** The calls that code makes. */
    public List<Call> from(JavaCodeUnit unit) {
        return from.getOrDefault(unit, List.of());
    }

    /** The calls that lead to code. */
    public List<Call> to(JavaCodeUnit unit) {
        return to.getOrDefault(unit, List.of());
    }

    /** Follows calls from some code on, as long as they are wanted; each piece of code is come to by the shortest way. */
    public Reach reach(Collection<? extends JavaCodeUnit> starts, Predicate<Call> wanted) {
        Map<JavaCodeUnit, @Nullable Call> ways = new LinkedHashMap<>();
        Deque<JavaCodeUnit> left = new ArrayDeque<>();
        for (JavaCodeUnit start : starts) {
            if (!ways.containsKey(start)) {
                ways.put(start, null);
                left.add(start);
            }
        }
        while (!left.isEmpty()) {
            for (Call call : from(left.remove())) {
                if (!ways.containsKey(call.to()) && wanted.test(call)) {
                    ways.put(call.to(), call);
                    left.add(call.to());
                }
            }
        }
        return new Reach(ways);
    }

    /** What is reached by calls. */
    public static final class Reach {

        private final Map<JavaCodeUnit, @Nullable Call> ways;

        private Reach(Map<JavaCodeUnit, @Nullable Call> ways) {
            this.ways = ways;
        }

        /** All code that is reached, where it starts included. */
        public Set<JavaCodeUnit> units() {
            return ways.keySet();
        }

        /** The calls that lead to code; none where it starts. */
        public List<Call> way(JavaCodeUnit unit) {
            List<Call> way = new ArrayList<>();
            for (Call call = ways.get(unit); call != null; call = ways.get(call.from())) {
                way.addFirst(call);
            }
            return way;
        }
    }

    private List<Call> read(JavaCodeUnit unit) {
        List<Call> calls = new ArrayList<>();
        Set<JavaCodeUnit> known = new LinkedHashSet<>();
        unit.getAccessesFromSelf().stream()
                .sorted((one, other) -> Integer.compare(one.getLineNumber(), other.getLineNumber()))
                .forEach(access -> {
                    for (JavaCodeUnit target : targets(unit, access)) {
                        if (known.add(target)) {
                            calls.add(new Call(unit, target, access));
                        }
                    }
                });
        return calls;
    }

    private List<JavaCodeUnit> targets(JavaCodeUnit unit, JavaAccess<?> access) {
        List<JavaCodeUnit> targets = new ArrayList<>();
        JavaClass owner = access.getTargetOwner();
        if (access.getTarget() instanceof CodeUnitAccessTarget target) {
            Optional<? extends JavaCodeUnit> resolved = target.resolveMember();
            resolved.filter(found -> isOurs(found.getOwner())).ifPresent(targets::add);
            if (target.getName().equals("<init>")) {
                calledBack(owner).forEach(targets::add);
                initialiser(unit, owner).ifPresent(targets::add);
            } else if (resolved.isPresent() && resolved.get().getModifiers().contains(JavaModifier.STATIC)) {
                initialiser(unit, owner).ifPresent(targets::add);
            } else if (!owner.getName().equals("java.lang.Object")) {
                // Of an object that may be anything, nothing is known; its toString leads not to every toString there is.
                overriding(owner, target).forEach(targets::add);
            }
        } else if (access instanceof JavaFieldAccess field
                && field.getTarget().resolveMember()
                        .filter(found -> found.getModifiers().contains(JavaModifier.STATIC))
                        .isPresent()) {
            initialiser(unit, owner).ifPresent(targets::add);
        }
        return targets;
    }

    private Optional<JavaCodeUnit> initialiser(JavaCodeUnit unit, JavaClass owner) {
        return isOurs(owner) && !unit.getOwner().equals(owner)
                ? owner.getStaticInitializer().map(JavaCodeUnit.class::cast)
                : Optional.empty();
    }

    private List<JavaMethod> overriding(JavaClass owner, CodeUnitAccessTarget target) {
        String[] parameters = target.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return owner.getAllSubclasses().stream()
                .filter(this::isOurs)
                .flatMap(type -> type.tryGetMethod(target.getName(), parameters).stream())
                .toList();
    }

    /** The methods by which code from elsewhere calls an object. */
    private List<JavaMethod> calledBack(JavaClass type) {
        if (!isOurs(type)) {
            return List.of();
        }
        List<JavaClass> foreign = type.getAllClassesSelfIsAssignableTo().stream()
                .filter(each -> !isOurs(each) && !each.getPackageName().equals("java.lang")
                        || each.getName().equals("java.lang.Runnable"))
                .toList();
        return type.getMethods().stream()
                .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
                .filter(method -> foreign.stream()
                        .anyMatch(each -> each.tryGetMethod(
                                method.getName(),
                                method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new))
                                .isPresent()))
                .toList();
    }

    private boolean isOurs(JavaClass type) {
        return classes.contain(type.getName());
    }
}
