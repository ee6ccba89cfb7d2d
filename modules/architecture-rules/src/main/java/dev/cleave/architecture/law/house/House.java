package dev.cleave.architecture.law.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.code.Types;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.rule.CodeCycles;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.uses.CodeNames;
import dev.cleave.architecture.uses.Uses;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the code of a context is laid out. */
public final class House {

    private static final String LAW = Laws.HOUSE;
    private static final String MARKED = "org.jspecify.annotations.NullMarked";
    private static final List<String> SUFFIXES =
            List.of("Command", "Cmd", "Event", "Evt", "Query", "Message", "Msg", "Dto", "DTO", "Request", "Payload");

    private House() {}

    public static List<Rule> rules() {
        return List.of(publicOnlyWhereNeeded(), noCycleBetweenRooms(), roomsSayWhatTheyAreFor(), roomsSayWhatMayBeNull(),
                basePackageOnlyRegisters(), messagesNamedPlainly(), handlersKeptToThemselves());
    }

    private static Rule publicOnlyWhereNeeded() {
        return Statement.of(
                "public-only-where-needed", LAW,
                "A type outside the published language is public only if another package of its own context uses it",
                "The compiler keeps other packages away from package-private types, at no cost and without a rule. Another context can come to depend on"
                        + " each type that is public without need.")
                .all("types outside the published languages", House::unpublished)
                .should(
                        (code, seen) -> !seen.isPublic() || seen.needed(),
                        (code, seen) -> new Violation(
                                code.at(seen.type()),
                                seen.type().getSimpleName() + " is public, but no other package of "
                                        + code.contextOf(seen.type()).orElseThrow().name() + " uses it.",
                                "Take the word public off it."))
                .counting("public ones", code -> (int) unpublished(code).filter(Seen::isPublic).count());
    }

    /** @param needed whether another package of the same context uses the type */
    private record Seen(JavaClass type, boolean needed) {

        boolean isPublic() {
            return type.getModifiers().contains(JavaModifier.PUBLIC);
        }
    }

    private static Stream<Seen> unpublished(SystemCode code) {
        return code.contexts().stream().flatMap(context -> {
            Set<JavaClass> needed = context.classes().stream()
                    .flatMap(type -> Uses.of(type).stream())
                    .filter(use -> !use.from().getPackageName().equals(use.to().getPackageName()))
                    .map(use -> Types.outermost(use.to()))
                    .collect(Collectors.toSet());
            return context.classes().stream()
                    .filter(type -> !context.publishes(type) && type.isTopLevelClass())
                    .map(type -> new Seen(type, needed.contains(type)));
        });
    }

    private static Rule noCycleBetweenRooms() {
        return Statement.of(
                "no-cycle-between-rooms", LAW,
                "There is no cycle of packages within a context or another module",
                "Packages that need each other can only be read and changed together, so the split explains nothing.")
                .examinedBy(code -> {
                    CodeCycles cycles = new CodeCycles(
                            code, "packages",
                            "Move what both need into the one that the other may know, or the two into one package.");
                    code.areas().forEach((area, classes) -> cycles.among(classes, type -> code.areaOf(type).equals(area)
                            ? Optional.of(type.getPackageName())
                            : Optional.empty()));
                    return cycles.examination();
                });
    }

    private static Rule roomsSayWhatTheyAreFor() {
        return Statement.of(
                "rooms-say-what-they-are-for", LAW,
                "Every package of a context says in a sentence what it is for",
                "A package without a purpose attracts unrelated code. A newcomer reads this sentence first, and this report shows it.")
                .all("packages", code -> code.model().contexts().stream().flatMap(
                        context -> context.rooms().stream().map(room -> Map.entry(context, room))))
                .should((code, room) -> room.getValue().purpose() != null, (code, room) -> violation(
                        code,
                        room.getKey().packageOf(room.getValue()),
                        " does not say what it is for.",
                        "Give it a package-info.java whose comment says so in one sentence."));
    }

    /** Looked at only where a system uses JSpecify at all. */
    private static Rule roomsSayWhatMayBeNull() {
        return Statement.of(
                "rooms-say-what-may-be-null", LAW,
                "Every package of a context is marked with @NullMarked",
                "In a package without the mark, nobody can tell whether a missing @Nullable means that a value is never null.")
                .all("packages", code -> code.classes().stream().anyMatch(House::isMarked)
                        ? code.contextClasses().map(JavaClass::getPackageName).distinct()
                        : Stream.empty())
                .should(
                        (code, name) -> code.contextClasses()
                                .anyMatch(type -> type.getPackageName().equals(name) && isMarked(type)),
                        (code, name) -> violation(
                                code, name, " is not marked with @NullMarked.",
                                "Put @NullMarked on it in its package-info.java."))
                .orNone();
    }

    private static boolean isMarked(JavaClass type) {
        return type.getSimpleName().equals("package-info") && type.isAnnotatedWith(MARKED);
    }

    /** Told at its package-info, or else at its first class. */
    private static Violation violation(SystemCode code, String packageName, String fault, String remedy) {
        JavaClass witness = code.contextClasses()
                .filter(type -> type.getPackageName().equals(packageName) && type.isTopLevelClass())
                .min(Comparator.comparing((JavaClass type) -> !type.getSimpleName().equals("package-info"))
                        .thenComparing(JavaClass::getName))
                .orElseThrow();
        return new Violation(code.at(witness), "The package " + packageName + fault, remedy);
    }

    private static Rule basePackageOnlyRegisters() {
        return Statement.of(
                "base-package-only-registers", LAW,
                "Nothing in a context's base package handles messages or requests",
                "Work belongs in a package that is named after it. The base package has no such name, and everything below comes to depend on it.")
                .all("contexts", code -> code.contexts().stream())
                .violatedBy((code, context) -> context.classes().stream()
                        .filter(type -> type.getPackageName().equals(context.basePackage()))
                        .flatMap(type -> type.getMethods().stream()
                                .filter(code.parts()::isEntered)
                                .min(Comparator.comparing(JavaMethod::getName))
                                .stream())
                        .map(method -> new Violation(
                                code.at(method),
                                CodeNames.of(method) + " works in the base package of " + context.name() + ".",
                                "Move " + CodeNames.of(method.getOwner())
                                        + " into the package that is named after what it does.")));
    }

    private static Rule messagesNamedPlainly() {
        return Statement.of(
                "messages-named-plainly", LAW,
                "A message's name has no suffix for its kind",
                "PlaceOrder can only be a command and OrderPlaced only an event. A name that needs a suffix does not say what to do or what happened.")
                .all("messages", code -> code.model().messages().stream()
                        .filter(message -> message.kind() != Kind.DEADLINE && code.classes().contain(message.type())))
                .violatedBy((code, message) -> SUFFIXES.stream()
                        .filter(suffix -> message.name().endsWith(suffix) && !message.name().equals(suffix))
                        .limit(1)
                        .map(suffix -> new Violation(
                                message.location(),
                                "The " + message.kind().name().toLowerCase(Locale.ROOT) + " " + message.name()
                                        + " is named with the suffix " + suffix + ".",
                                "Call it " + message.name().substring(0, message.name().length() - suffix.length())
                                        + ", or by a name that says what is to be done or has happened.")));
    }

    private static Rule handlersKeptToThemselves() {
        return Statement.of(
                "handlers-kept-to-themselves", LAW,
                "A method that handles messages is not public",
                "Other code will call a public handler directly: past the bus, without a unit of work, uncounted, without retries, and only while both are"
                        + " in one process.")
                .all("handlers", code -> code.contextClasses()
                        .flatMap(type -> code.parts().handlers(type).stream())
                        .filter(JavaCodeUnit::isMethod))
                .should(
                        (code, method) -> !method.getModifiers().contains(JavaModifier.PUBLIC),
                        (code, method) -> new Violation(
                                code.at(method),
                                CodeNames.of(method) + " handles messages and is public.",
                                "Make it package-private; Axon finds it all the same."));
    }
}
