package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.Conventions;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.uses.Use;

/** What puts contexts together knows none of their internals. */
final class AssembliesTouchNoInternals extends StatedRule {

    AssembliesTouchNoInternals() {
        super(
                "assemblies-touch-no-internals",
                Laws.PLACELESS,
                "What puts contexts together depends on none of their internals",
                "Whoever starts the system is part of every process. If it needs the inside of a context, no process can be without that context.");
    }

    @Override
    public boolean mayFindNothing() {
        return true;
    }

    @Override
    public Examination examine(SystemCode code) {
        Conventions conventions = code.conventions();
        return UsesOf.examination(
                "classes that put contexts together",
                code.classes().stream().filter(type -> Packages.contain(conventions.assemblies(), type)),
                type -> UsesOf.first(type, used -> isInternal(code, used)),
                use -> violation(code, use, code.contextOf(use.to()).orElseThrow().name()));
    }

    private static boolean isInternal(SystemCode code, JavaClass type) {
        return code.contextOf(type).filter(context -> !context.publishes(type)).isPresent();
    }

    private static Violation violation(SystemCode code, Use use, String context) {
        return new Violation(
                code.at(use),
                use.inWords() + ", which is internal to " + context + ".",
                "Let " + context + " register by itself what it has, and find contexts by the mark they all bear.");
    }
}
