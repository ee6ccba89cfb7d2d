package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which code calls which, within the classes given. What a lambda does, the method that it stands in does; who hands a method on, calls it;
 * and who makes an anonymous class, calls its methods.
 *
 * <p>A call of a method means those that override it too.
 */
final class Calls {

    /** That a place makes an object of a type, or hands its constructor on. */
    record Making(JavaCodeUnit by, int line) {}

    private final Map<String, JavaClass> types = new HashMap<>();
    private final Map<String, JavaCodeUnit> units = new HashMap<>();
    private final Map<JavaCodeUnit, Set<JavaCodeUnit>> callers = new HashMap<>();
    private final Map<JavaCodeUnit, Set<JavaCodeUnit>> callees = new HashMap<>();
    private final Map<String, List<Making>> makings = new HashMap<>();
    private final Map<JavaCodeUnit, Set<JavaCodeUnit>> leading = new HashMap<>();

    Calls(Collection<JavaClass> classes) {
        for (JavaClass type : classes) {
            types.put(type.getName(), type);
            type.getCodeUnits().forEach(unit -> units.put(key(type, unit.getName(), unit.getRawParameterTypes()), unit));
        }
        classes.forEach(type -> type.getCodeUnits().forEach(this::note));
    }

    /** All places that make an object of a type. */
    List<Making> makings(JavaClass type) {
        return makings.getOrDefault(type.getName(), List.of());
    }

    /** Code, and all from which calls lead to it. */
    Set<JavaCodeUnit> leadingTo(JavaCodeUnit unit) {
        return leading.computeIfAbsent(unit, to -> reached(to, callers, any -> true));
    }

    /** Code, and all that its calls lead to, as long as they stay within what is told. */
    Set<JavaCodeUnit> reachedFrom(JavaCodeUnit unit, Predicate<JavaCodeUnit> within) {
        return reached(unit, callees, within);
    }

    /** Whether no other code calls it. */
    boolean isUncalled(JavaCodeUnit unit) {
        return callers.getOrDefault(unit, Set.of()).stream().allMatch(unit::equals);
    }

    private static Set<JavaCodeUnit> reached(
            JavaCodeUnit unit, Map<JavaCodeUnit, Set<JavaCodeUnit>> steps, Predicate<JavaCodeUnit> within) {
        Set<JavaCodeUnit> reached = new LinkedHashSet<>(Set.of(unit));
        Deque<JavaCodeUnit> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (JavaCodeUnit next : steps.getOrDefault(open.pop(), Set.of())) {
                if (within.test(next) && reached.add(next)) {
                    open.push(next);
                }
            }
        }
        return reached;
    }

    private void note(JavaCodeUnit unit) {
        for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
            if (access.getTarget() instanceof CodeUnitAccessTarget target) {
                for (JavaCodeUnit called : meantBy(target)) {
                    callers.computeIfAbsent(called, to -> new LinkedHashSet<>()).add(unit);
                    callees.computeIfAbsent(unit, from -> new LinkedHashSet<>()).add(called);
                }
                if (target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)) {
                    makings.computeIfAbsent(target.getOwner().getName(), type -> new ArrayList<>())
                            .add(new Making(unit, access.getLineNumber()));
                }
            }
        }
    }

    private Set<JavaCodeUnit> meantBy(CodeUnitAccessTarget target) {
        JavaClass owner = types.get(target.getOwner().getName());
        Set<JavaCodeUnit> meant = new LinkedHashSet<>();
        if (owner == null) {
            return meant;
        }
        String name = target.getName();
        List<JavaClass> parameters = target.getRawParameterTypes();
        JavaCodeUnit own = units.get(key(owner, name, parameters));
        if (own != null) {
            meant.add(own);
        }
        if (name.equals(JavaConstructor.CONSTRUCTOR_NAME)) {
            if (owner.isAnonymousClass() || owner.isLocalClass()) {
                meant.addAll(owner.getMethods());
            }
            return meant;
        }
        if (own == null) {
            owner.getAllClassesSelfIsAssignableTo().stream()
                    .map(parent -> units.get(key(parent, name, parameters)))
                    .filter(inherited -> inherited != null)
                    .forEach(meant::add);
        }
        if (own == null || !own.getModifiers().contains(JavaModifier.STATIC)) {
            owner.getAllSubclasses().stream()
                    .map(child -> units.get(key(child, name, parameters)))
                    .filter(overriding -> overriding != null)
                    .forEach(meant::add);
        }
        return meant;
    }

    private static String key(JavaClass owner, String name, List<JavaClass> parameters) {
        StringBuilder key = new StringBuilder(owner.getName()).append('#').append(name);
        parameters.forEach(parameter -> key.append(',').append(parameter.getName()));
        return key.toString();
    }
}
