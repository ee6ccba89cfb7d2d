package dev.cleave.architecture.law.messages;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.ContextCode;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.model.Names;
import dev.cleave.architecture.rule.CodeCycles;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.Packages;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.UsesOf;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.uses.Use;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Contexts meet only in each other's published language: in commands and events. */
public final class CommandsAndEventsOnly {

    static final String LAW = Laws.COMMANDS_AND_EVENTS_ONLY;

    private CommandsAndEventsOnly() {}

    public static List<Rule> rules() {
        return List.of(noOthersInternals(), NoOthersBeans.rule(), NoOthersHttp.rule(), noQueryLeaves(),
                MessagesTravelByAxon.rule(),
                publishedLanguageStandsAlone(), PublishedLanguageIsValues.rule(), nothingHandledInVain(),
                noCycleBetweenContexts());
    }

    private static Rule noOthersInternals() {
        return Statement.of(
                "no-others-internals", LAW,
                "A context depends on no other's internals",
                "A context may use the language that another one publishes. Code that uses more breaks when the other context changes inside, and does"
                        + " not run where the two are in different processes.")
                .all("classes", SystemCode::contextClasses)
                .violatedBy((code, type) -> UsesOf.namings(code, type, named -> isInternal(code, type, named)).map(naming -> {
                    ContextCode other = code.contextOf(naming.type()).orElseThrow();
                    return new Violation(
                            naming.at(),
                            naming.inWords() + ", which is internal to " + other.name() + ".",
                            "Send " + other.name() + " a command, or keep what " + code.contextOf(type).orElseThrow().name()
                                    + " needs to know in a view of its own, built from the events in " + other.publishedPackage()
                                    + ".");
                }))
                .counting("uses of other contexts", code -> (int) code.contextClasses()
                        .flatMap(type -> UsesOf.first(type, used -> isOfAnother(code, type, used)))
                        .count());
    }

    private static boolean isOfAnother(SystemCode code, JavaClass type, JavaClass used) {
        return code.contextOf(used).filter(owner -> !owner.contains(type)).isPresent();
    }

    private static boolean isInternal(SystemCode code, JavaClass from, String named) {
        return code.contextOf(named)
                .filter(other -> !other.contains(from) && !Names.isBelow(named, other.publishedPackage()))
                .isPresent();
    }

    private static Rule noQueryLeaves() {
        return Statement.of(
                "no-query-leaves", LAW,
                "No query leaves its context",
                "A context that queries another one is only as available and as fast as the other one. A context learns what it needs to know about"
                        + " another from events, and keeps it in a view of its own.")
                .all("classes", SystemCode::contextClasses)
                .violatedBy(QueriesOfOthers::sentBy)
                .counting("queries", code -> (int) code.model().messages(Kind.QUERY).count());
    }

    private static Rule publishedLanguageStandsAlone() {
        return Statement.of(
                "published-language-stands-alone", LAW,
                "Messages depend on nothing but their vocabulary and published languages",
                "Code that uses a message needs everything that the message needs. A message that depends on its context's internals, or on a library,"
                        + " brings both into every other context, and can't be read without them in ten years' time.")
                .all("types of messages", SystemCode::spokenTypes)
                .violatedBy((code, type) -> UsesOf.first(type, used -> !mayBePublished(code, used) && !areSteps(code, type, used))
                        .map(use -> leansOn(code, use)));
    }

    /** Whether both are messages of one context to itself. */
    private static boolean areSteps(SystemCode code, JavaClass type, JavaClass used) {
        return code.contextOf(type).filter(context -> context.isStep(type) && context.isStep(used)).isPresent();
    }

    /** Of Axon a message may bear annotations; what does something is no part of any language. */
    private static boolean mayBePublished(SystemCode code, JavaClass used) {
        boolean axons = used.getPackageName().startsWith("org.axonframework.");
        return Packages.contain(code.conventions().vocabulary(), used) && (used.isAnnotation() || !axons)
                || code.isPublished(used);
    }

    private static Violation leansOn(SystemCode code, Use use) {
        Optional<ContextCode> owner = code.contextOf(use.from());
        return code.contextOf(use.to()).isPresent()
                ? new Violation(
                        code.at(use),
                        use.inWords() + ", which is not published.",
                        "Move " + use.to().getSimpleName() + " to " + owner.orElseThrow().publishedPackage()
                                + " if others are to know it; else leave it out of " + use.from().getSimpleName() + ".")
                : new Violation(
                        code.at(use),
                        use.inWords() + " of " + use.to().getPackageName() + ", which is no part of the vocabulary of messages.",
                        "Use a type of the language or of the vocabulary instead; if every reader of messages may depend on it, add it to"
                                + " the vocabulary in the conventions.");
    }

    private static Rule nothingHandledInVain() {
        return Statement.of(
                "nothing-handled-in-vain", LAW,
                "Every message that has a handler has a sender",
                "A handler of a message that nobody sends is dead code, or somebody forgot the sender and the process stops at that point.")
                .all("messages that are handled", CommandsAndEventsOnly::handled)
                .violatedBy((code, message) -> message.handlers().stream()
                        .filter(handler -> message.senders().isEmpty())
                        .map(handler -> new Violation(
                                handler.location(),
                                handler.named() + " handles " + message.name() + ", which nobody " + verb(message.kind(), "s")
                                        + ".",
                                "Let the one to whom it happens " + verb(message.kind(), "")
                                        + " it, or take the handler and the message out.")));
    }

    private static Stream<Message> handled(SystemCode code) {
        return code.model().messages().stream()
                .filter(message -> !message.handlers().isEmpty())
                .filter(message -> code.classes().contain(message.type()) || message.kind() == Kind.DEADLINE);
    }

    private static String verb(Kind kind, String ending) {
        return switch (kind) {
            case EVENT -> ending.isEmpty() ? "apply" : "applies";
            case DEADLINE -> "schedule" + ending;
            case COMMAND, QUERY -> "send" + ending;
        };
    }

    private static Rule noCycleBetweenContexts() {
        return Statement.of(
                "no-cycle-between-contexts", LAW,
                "There is no cycle of code dependencies between contexts",
                "Contexts that need each other to compile can't be built, changed or deployed one by one: they are one context.")
                .examinedBy(code -> new CodeCycles(
                        code,
                        "contexts",
                        "Turn one of the dependencies round: let one context publish an event that the other reads, instead of knowing it.")
                        .among(code.contextClasses().toList(), type -> code.contextOf(type).map(ContextCode::name))
                        .examination());
    }
}
