package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.cleave.architecture.code.ContextCode;
import dev.cleave.architecture.code.SystemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** What is published is data that stays as it was made and looks the same when it has been written and read. */
final class PublishedLanguageIsValues extends StatedRule {

    private static final String MAKE_A_VALUE =
            "Make it a record, an enum or a sealed interface of records; what does something belongs in a room of the context, package-private.";

    PublishedLanguageIsValues() {
        super(
                "published-language-is-values",
                Laws.COMMANDS_AND_EVENTS_ONLY,
                "A published language holds only immutable types that can be written and read",
                "A message goes to handlers in other threads and in other processes, and events are read for ever. What can be changed, called, or"
                        + " hold just anything looks different on the other side.");
    }

    @Override
    public Examination examine(SystemCode code) {
        SequencedMap<String, Integer> examined = new LinkedHashMap<>();
        examined.put("published types", 0);
        examined.put("fields", 0);
        List<Violation> violations = new ArrayList<>();
        for (ContextCode context : code.contexts()) {
            for (JavaClass type : context.classes()) {
                if (context.publishes(type) && !type.isAnnotation() && !isUnnamed(type)) {
                    examined.merge("published types", 1, Integer::sum);
                    fault(code, type).ifPresent(what -> violations
                            .add(new Violation(code.at(type), Ways.name(type) + " " + what + ".", MAKE_A_VALUE)));
                    for (JavaField field : type.getFields()) {
                        if (isHeld(field)) {
                            examined.merge("fields", 1, Integer::sum);
                            violation(code, field).ifPresent(violations::add);
                        }
                    }
                }
            }
        }
        return new Examination(examined, violations);
    }

    private static Optional<String> fault(SystemCode code, JavaClass type) {
        if (type.isRecord() || type.isEnum()) {
            return Optional.empty();
        }
        if (type.isAssignableTo(Throwable.class)) {
            return Optional.of("is an exception, which exists on one side of a wire only");
        }
        if (type.isInterface()) {
            boolean asksForSomething =
                    type.getMethods().stream().anyMatch(method -> method.getModifiers().contains(JavaModifier.ABSTRACT));
            if (asksForSomething && !isOfValues(code, type)) {
                return Optional.of("is an interface that others than published values implement: it is called, not sent");
            }
            return Optional.empty();
        }
        boolean holds = type.getAllFields().stream().anyMatch(PublishedLanguageIsValues::isHeld);
        boolean does = type.getMethods().stream().anyMatch(PublishedLanguageIsValues::isBehaviour);
        return !holds && does
                ? Optional.of("holds nothing but does something: it is called, not sent")
                : Optional.empty();
    }

    private static boolean isOfValues(SystemCode code, JavaClass type) {
        Set<JavaClass> kinds = type.getAllSubclasses();
        return !kinds.isEmpty() && kinds.stream().allMatch(kind -> ValueTypes.isPublished(code, kind));
    }

    private static Optional<Violation> violation(SystemCode code, JavaField field) {
        String name = Ways.name(field.getOwner()) + "." + field.getName();
        if (!field.getModifiers().contains(JavaModifier.FINAL)) {
            return Optional.of(new Violation(
                    code.at(field),
                    name + " can be changed after it was made.",
                    "Make the field final, or better the whole type a record."));
        }
        return new ValueTypes(code).fault(field.getType()).map(what -> new Violation(
                code.at(field),
                name + " " + what + ".",
                "Give it a type of which every reader knows what it holds: a record or enum of the language, a value of the vocabulary, or a"
                        + " List, Set or Map of those."));
    }

    private static boolean isHeld(JavaField field) {
        Set<JavaModifier> modifiers = field.getModifiers();
        return !modifiers.contains(JavaModifier.STATIC) && !modifiers.contains(JavaModifier.SYNTHETIC);
    }

    private static boolean isBehaviour(JavaMethod method) {
        return !method.getModifiers().contains(JavaModifier.PRIVATE) && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean isUnnamed(JavaClass type) {
        return type.isAnonymousClass() || type.isLocalClass() || type.getSimpleName().equals("package-info")
                || type.getModifiers().contains(JavaModifier.SYNTHETIC);
    }
}
