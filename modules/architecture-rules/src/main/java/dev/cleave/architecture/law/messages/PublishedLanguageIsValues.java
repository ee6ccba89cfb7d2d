package dev.cleave.architecture.law.messages;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.uses.CodeNames;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A message is data that stays as it was made and looks the same when it has been written and read. */
final class PublishedLanguageIsValues {

    private static final String MAKE_A_VALUE =
            "Make it a record, an enum or a sealed interface of records; what does something belongs in a room of the context, package-private.";

    private PublishedLanguageIsValues() {}

    static Rule rule() {
        return Statement.of(
                "published-language-is-values", CommandsAndEventsOnly.LAW,
                "Messages hold only immutable types that can be written and read",
                "A message goes to handlers in other threads and other processes, and events are read forever. A type that can change, that does"
                        + " something, or that can hold anything looks different on the other side.")
                .all("types of messages", PublishedLanguageIsValues::spoken)
                .violatedBy((code, type) -> Stream.concat(
                        fault(code, type)
                                .map(what -> new Violation(code.at(type), CodeNames.of(type) + " " + what + ".", MAKE_A_VALUE))
                                .stream(),
                        held(type).flatMap(field -> violation(code, field).stream())))
                .counting("fields", code -> (int) spoken(code).flatMap(PublishedLanguageIsValues::held).count());
    }

    private static Stream<JavaClass> spoken(SystemCode code) {
        return code.spokenTypes().filter(type -> !type.isAnnotation() && !isUnnamed(type));
    }

    private static Stream<JavaField> held(JavaClass type) {
        return type.getFields().stream().filter(PublishedLanguageIsValues::isHeld);
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
                return Optional.of("is an interface that others than values implement: it is called, not sent");
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
        return !kinds.isEmpty() && kinds.stream().allMatch(kind -> code.isSpoken(kind));
    }

    private static Optional<Violation> violation(SystemCode code, JavaField field) {
        String name = CodeNames.of(field);
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
