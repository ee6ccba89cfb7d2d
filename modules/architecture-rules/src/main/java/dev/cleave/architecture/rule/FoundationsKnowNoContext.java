package dev.cleave.architecture.rule;

import dev.cleave.architecture.code.Conventions;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.uses.Use;

/** What contexts stand on knows none of them. */
final class FoundationsKnowNoContext extends StatedRule {

    FoundationsKnowNoContext() {
        super(
                "foundations-know-no-context",
                Laws.PLACELESS,
                "What contexts stand on depends on no context",
                "The ground is the same below every context and in every process. If it knows one of them, that one is part of every process, and"
                        + " no other system can be built on the same ground.");
    }

    @Override
    public boolean mayFindNothing() {
        return true;
    }

    @Override
    public Examination examine(SystemCode code) {
        Conventions conventions = code.conventions();
        return UsesOf.examination(
                "classes that contexts stand on",
                code.classes().stream().filter(type -> Packages.contain(conventions.foundations(), type)),
                type -> UsesOf.first(type, used -> code.contextOf(used).isPresent()),
                use -> violation(code, use, code.contextOf(use.to()).orElseThrow().name()));
    }

    private static Violation violation(SystemCode code, Use use, String context) {
        return new Violation(
                code.at(use),
                use.inWords() + " of the context " + context + ".",
                "Let " + use.from().getSimpleName() + " ask for an interface or an annotation of its own, which " + context
                        + " then provides, or move what it does to " + context + ".");
    }
}
