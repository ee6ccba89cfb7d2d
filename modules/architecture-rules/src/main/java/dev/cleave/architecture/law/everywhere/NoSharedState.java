package dev.cleave.architecture.law.everywhere;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.cleave.architecture.bytecode.Instructions;
import dev.cleave.architecture.bytecode.Instructions.Called;
import dev.cleave.architecture.bytecode.Instructions.Written;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Names;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.uses.CodeNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Nothing is remembered beside the stores: static fields are final and hold what cannot change. What can are arrays, collections and maps
 * that are not made unmodifiable, counters, caches and builders, and objects of the context's own with such a field or one that is not final.
 */
final class NoSharedState {

    private static final Set<String> CHANGEABLE = Set.of(
            "java.lang.StringBuilder", "java.lang.StringBuffer", "java.lang.ThreadLocal", "java.util.Date", "java.util.Calendar",
            "java.util.BitSet");
    private static final List<String> CHANGEABLE_IN = List.of("java.util.concurrent.", "com.github.benmanes.caffeine.cache.");
    private static final Set<String> UNMODIFIABLE =
            Set.of("of", "ofEntries", "copyOf", "toList", "emptyList", "emptySet", "emptyMap", "singleton", "singletonList",
                    "singletonMap");

    private NoSharedState() {}

    static Rule rule() {
        return Statement.of(
                "no-shared-state", SameEverywhere.LAW,
                "No static field of a context changes",
                "A static field exists once per process: everything in the process shares it, and the replicas of a unit do not. What it holds is"
                        + " gone after a restart, and no store or event has it.")
                .all("classes", SystemCode::contextClasses)
                .violatedBy((code, type) -> Stream.concat(
                        fields(type, true).flatMap(field -> violation(code, field).stream()),
                        changingConstant(code, type).stream()))
                .counting("static fields", code -> (int) code.contextClasses().flatMap(type -> fields(type, true)).count());
    }

    private static Optional<Violation> changingConstant(SystemCode code, JavaClass type) {
        boolean isConstant = type.isEnum() || type.getSuperclass().filter(above -> above.toErasure().isEnum()).isPresent();
        return isConstant
                ? changing(code, type).map(field -> new Violation(
                        code.at(field),
                        CodeNames.of(type) + "." + field.getName() + " can change, and the constants of an enum are static.",
                        "Make it final and what it holds immutable; else keep it in the context's store, or in a field of a bean if it may be"
                                + " lost."))
                : Optional.empty();
    }

    private static Stream<JavaField> fields(JavaClass type, boolean ofTheClass) {
        return type.getFields().stream()
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC) == ofTheClass)
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static Optional<Violation> violation(SystemCode code, JavaField field) {
        String name = CodeNames.of(field.getOwner()) + "." + field.getName();
        if (!isFinal(field)) {
            return Optional.of(new Violation(
                    code.at(field),
                    name + " is static and not final.",
                    "Make it final if it is a constant; else keep it in the context's store, or in a field of a bean if it may be lost."));
        }
        return held(field)
                .map(held -> new Violation(
                        code.at(field),
                        name + " is static and holds " + held + ", which can change.",
                        "Let it hold what cannot change, as List.of and Map.copyOf make it; else keep it in the context's store, or in a field of a"
                                + " bean if it may be lost at any time."))
                .or(() -> field.getRawType().isEnum() ? Optional.empty()
                        : changing(code, field.getRawType()).map(inner -> new Violation(
                                code.at(field),
                                name + " is static and of the type " + CodeNames.of(field.getRawType()) + ", whose field "
                                        + inner.getName()
                                        + " can change.",
                                "Make the fields of " + CodeNames.of(field.getRawType())
                                        + " final and what they hold immutable, or let a bean hold the"
                                        + " object.")));
    }

    private static boolean isFinal(JavaField field) {
        return field.getModifiers().contains(JavaModifier.FINAL);
    }

    private static Optional<JavaField> changing(SystemCode code, JavaClass type) {
        return Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream())
                .filter(each -> code.contextOf(each).isPresent())
                .flatMap(each -> fields(each, false))
                .filter(field -> !isFinal(field) || held(field).isPresent())
                .min(Comparator.comparing(JavaField::getFullName));
    }

    /** What a field holds that can change, in words. */
    private static Optional<String> held(JavaField field) {
        JavaClass type = field.getRawType();
        if (type.isArray()) {
            return Optional.of("an array");
        }
        if (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class)) {
            return makers(field).filter(call -> !isUnmodifiable(call)).findFirst().map(NoSharedState::inWords);
        }
        boolean changes = Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream()).map(JavaClass::getName)
                .anyMatch(each -> CHANGEABLE.contains(each) || CHANGEABLE_IN.stream().anyMatch(each::startsWith));
        return changes && !type.isEnum() ? Optional.of("a " + CodeNames.of(type)) : Optional.empty();
    }

    /** The last call before what it gives back is put into the field; none if that was given. */
    private static Stream<Called> makers(JavaField field) {
        JavaClass owner = field.getOwner();
        Stream<? extends JavaCodeUnit> initialisers = field.getModifiers().contains(JavaModifier.STATIC)
                ? owner.getStaticInitializer().stream()
                : owner.getConstructors().stream();
        return initialisers
                .flatMap(initialiser -> Instructions.leadingTo(Written.class::isInstance, initialiser).stream())
                .filter(steps -> steps.getLast() instanceof Written written
                        && written.owner().equals(owner.getName())
                        && written.field().equals(field.getName()))
                .flatMap(steps -> steps.stream()
                        .filter(Called.class::isInstance)
                        .map(Called.class::cast)
                        .reduce((first, last) -> last)
                        .stream());
    }

    private static boolean isUnmodifiable(Called call) {
        return UNMODIFIABLE.contains(call.name()) && call.owner().startsWith("java.util.")
                || call.name().startsWith("unmodifiable")
                || call.owner().startsWith("com.google.common.collect.Immutable");
    }

    private static String inWords(Called call) {
        String owner = Names.simple(call.owner());
        return "what " + (call.name().equals("<init>") ? "new " + owner : owner + "." + call.name()) + " makes";
    }
}
