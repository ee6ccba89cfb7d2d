package dev.cleave.architecture.law.everywhere;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.cleave.architecture.bytecode.StaticWrites;
import dev.cleave.architecture.bytecode.StaticWrites.Write;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.rule.Examination;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.StatedRule;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.uses.CodeNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * Nothing is remembered beside the stores. Found are static fields that are not final, and final ones that hold what can change: a
 * collection, map, array, builder, counter or cache that some method of the contexts changes, or an object of the context's own, or a
 * constant of an enum, that changes itself. A collection that is passed to a method and changed there is not seen.
 */
final class NoSharedState extends StatedRule {

    NoSharedState() {
        super(
                "no-shared-state",
                Laws.SAME_EVERYWHERE,
                "No static field of a context changes",
                "What is kept in a static field is there once per process: shared by all while the system is in one piece, and not shared by"
                        + " the replicas of a unit. It is gone after a restart, and no store or event tells of it.");
    }

    @Override
    public Examination examine(SystemCode code) {
        SequencedMap<String, Integer> examined = new LinkedHashMap<>();
        examined.put("classes", 0);
        List<Violation> violations = new ArrayList<>();
        List<Write> writes = code.contextClasses().flatMap(type -> StaticWrites.in(type).stream()).toList();
        for (JavaClass type : code.contextClasses().toList()) {
            examined.merge("classes", 1, Integer::sum);
            List<JavaField> fields = type.getFields().stream()
                    .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                    .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                    .toList();
            examined.merge("static fields", fields.size(), Integer::sum);
            fields.forEach(field -> violation(code, field, writes).ifPresent(violations::add));
            if (type.isEnum() || type.getSuperclass().filter(above -> above.toErasure().isEnum()).isPresent()) {
                changing(code, type).ifPresent(field -> violations.add(new Violation(
                        code.at(field),
                        CodeNames.of(type) + "." + field.getName() + " can change, and the constants of an enum are static.",
                        "Make it final and what it holds immutable; else keep it in the context's store, or in a field of a bean if it may be"
                                + " lost.")));
            }
        }
        return new Examination(examined, violations);
    }

    private static Optional<Violation> violation(SystemCode code, JavaField field, List<Write> writes) {
        String name = CodeNames.of(field.getOwner()) + "." + field.getName();
        if (!field.getModifiers().contains(JavaModifier.FINAL)) {
            return Optional.of(new Violation(
                    code.at(field),
                    name + " is static and not final.",
                    "Make it final if it is a constant; else keep it in the context's store, or in a field of a bean if it may be lost."));
        }
        Optional<Write> write = writes.stream()
                .filter(each -> each.type().equals(field.getOwner().getName()) && each.field().equals(field.getName()))
                .min(Comparator.comparing((Write each) -> each.in().getName()).thenComparing(Write::line));
        if (write.isPresent()) {
            return Optional.of(new Violation(
                    code.at(field),
                    name + " is static and changed by " + CodeNames.of(write.get().in()) + "." + write.get().method() + ", which "
                            + write.get().how() + ".",
                    List.of(CodeNames.of(write.get().in()) + "." + write.get().method() + " (line " + write.get().line() + ")"),
                    "Keep it in the context's store, or in a field of a bean if it may be lost at any time."));
        }
        return field.getRawType().isEnum() ? Optional.empty() : changing(code, field.getRawType()).map(inner -> new Violation(
                code.at(field),
                name + " is static and of the type " + CodeNames.of(field.getRawType()) + ", whose field " + inner.getName()
                        + " can change.",
                "Make the fields of " + CodeNames.of(field.getRawType()) + " final, or let a bean hold the object."));
    }

    private static Optional<JavaField> changing(SystemCode code, JavaClass type) {
        return Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream())
                .filter(each -> code.contextOf(each).isPresent())
                .flatMap(each -> each.getFields().stream())
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL)
                        || StaticWrites.inObjectsOf(field.getOwner()).stream()
                                .anyMatch(write -> write.field().equals(field.getName())))
                .min(Comparator.comparing(JavaField::getFullName));
    }
}
