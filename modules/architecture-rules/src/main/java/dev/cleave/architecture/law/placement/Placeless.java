package dev.cleave.architecture.law.placement;

import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Names;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.Packages;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.UsesOf;
import dev.cleave.architecture.rule.UsesOf.Naming;
import dev.cleave.architecture.rule.Violation;
import java.util.List;
import java.util.stream.Stream;

/** Contexts don't know where they are: none of them names a transport, a profile, a unit or a host. */
public final class Placeless {

    static final String LAW = Laws.PLACELESS;

    private Placeless() {}

    public static List<Rule> rules() {
        return List.of(noTransportNamed(), NoPlaceAsked.rule(), noAssemblyKnown(), assembliesTouchNoInternals(),
                foundationsKnowNoContext());
    }

    private static Rule noTransportNamed() {
        return Statement.of(
                "no-transport-named", LAW,
                "A context depends on no transport",
                "Each deployment chooses what carries messages between its processes, and a single process needs nothing. A context that names a"
                        + " transport runs only with that transport.")
                .all("classes", SystemCode::contextClasses)
                .violatedBy((code, type) -> UsesOf.namings(
                        code, type, named -> Packages.contain(code.conventions().transports(), named))
                        .map(naming -> new Violation(
                                naming.at(),
                                naming.inWords() + " of the transport "
                                        + naming.type().substring(0, naming.type().lastIndexOf('.')) + ".",
                                "Use the command gateway and event handlers, and leave the transport to what "
                                        + context(code, naming)
                                        + " stands on.")));
    }

    private static Rule noAssemblyKnown() {
        return Statement.of(
                "no-assembly-known", LAW,
                "A context does not depend on the code that assembles the system",
                "The code that assembles the system knows how it is deployed. A context that uses it can be deployed in that way only, and can't be"
                        + " tested alone.")
                .all("classes", code -> code.conventions().assemblies().isEmpty() ? Stream.empty() : code.contextClasses())
                .violatedBy((code, type) -> UsesOf.namings(
                        code, type, named -> Packages.contain(code.conventions().assemblies(), named))
                        .map(naming -> new Violation(
                                naming.at(),
                                naming.inWords() + ", which puts contexts together.",
                                "Move what " + context(code, naming) + " needs of " + Names.simple(naming.type())
                                        + " to the context itself, or to what all contexts stand on.")))
                .orNone();
    }

    private static Rule assembliesTouchNoInternals() {
        return Statement.of(
                "assemblies-touch-no-internals", LAW,
                "The code that assembles the system depends on no context's internals",
                "The code that starts the system is part of every process. If it needs the internals of a context, no process can run without that context.")
                .all("classes that put contexts together", code -> code.classes().stream()
                        .filter(type -> Packages.contain(code.conventions().assemblies(), type)))
                .violatedBy((code, type) -> UsesOf.first(
                        type, used -> code.contextOf(used).filter(context -> !context.publishes(used)).isPresent())
                        .map(use -> {
                            String context = code.contextOf(use.to()).orElseThrow().name();
                            return new Violation(
                                    code.at(use),
                                    use.inWords() + ", which is internal to " + context + ".",
                                    "Let " + context
                                            + " register by itself what it has, and find contexts by the mark they all bear.");
                        }))
                .orNone();
    }

    private static Rule foundationsKnowNoContext() {
        return Statement.of(
                "foundations-know-no-context", LAW,
                "The code that all contexts build on depends on no context",
                "That code is the same for every context and in every process. If it knows a context, that context is part of every process, and no"
                        + " other system can be built on it.")
                .all("classes that contexts stand on", code -> code.classes().stream()
                        .filter(type -> Packages.contain(code.conventions().foundations(), type)))
                .violatedBy((code, type) -> UsesOf.namings(code, type, named -> code.contextOf(named).isPresent()).map(naming -> {
                    String context = code.contextOf(naming.type()).orElseThrow().name();
                    return new Violation(
                            naming.at(),
                            naming.inWords() + " of the context " + context + ".",
                            "Let " + type.getSimpleName() + " ask for an interface or an annotation of its own, which " + context
                                    + " then provides, or move what it does to " + context + ".");
                }))
                .orNone();
    }

    private static String context(SystemCode code, Naming naming) {
        return code.contextOf(naming.from()).orElseThrow().name();
    }
}
