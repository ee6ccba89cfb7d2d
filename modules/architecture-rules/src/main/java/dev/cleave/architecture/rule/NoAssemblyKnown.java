package dev.cleave.architecture.rule;

import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.uses.Use;
import java.util.List;

/** Contexts know nothing of what puts them together. */
final class NoAssemblyKnown extends StatedRule {

    NoAssemblyKnown() {
        super(
                "no-assembly-known",
                Laws.PLACELESS,
                "A context depends on nothing that puts contexts together",
                "What puts contexts together knows how the system is deployed. A context that uses it can be deployed in that way only, and can't be"
                        + " tested alone.");
    }

    @Override
    public boolean mayFindNothing() {
        return true;
    }

    @Override
    public Examination examine(SystemCode code) {
        if (code.conventions().assemblies().isEmpty()) {
            return Examination.of("classes", 0, List.of());
        }
        return UsesOf.examination(
                "classes",
                code.contextClasses(),
                type -> UsesOf.first(type, used -> Packages.contain(code.conventions().assemblies(), used)),
                use -> violation(code, use, code.contextOf(use.from()).orElseThrow().name()));
    }

    private static Violation violation(SystemCode code, Use use, String context) {
        return new Violation(
                code.at(use),
                use.inWords() + ", which puts contexts together.",
                "Move what " + context + " needs of " + use.to().getSimpleName()
                        + " to the context itself, or to what all contexts stand on.");
    }
}
