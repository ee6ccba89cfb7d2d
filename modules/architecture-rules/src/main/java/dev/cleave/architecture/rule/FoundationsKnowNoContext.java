package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.bytecode.Mentions;
import dev.cleave.architecture.code.ContextCode;
import dev.cleave.architecture.code.Conventions;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Location;
import java.util.Optional;

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
                use -> violation(code.at(use), use.inWords(), code.contextOf(use.to()).orElseThrow().name(), use.from()),
                mentioned -> context(code, mentioned).isPresent(),
                mentioned -> violation(
                        code.at(mentioned), mentioned.inWords(), context(code, mentioned).orElseThrow().name(),
                        mentioned.from()));
    }

    private static Optional<ContextCode> context(SystemCode code, Mentions mentioned) {
        return code.classes().contain(mentioned.type())
                ? code.contextOf(code.classes().get(mentioned.type()))
                : Optional.empty();
    }

    private static Violation violation(Location place, String what, String context, JavaClass from) {
        return new Violation(
                place,
                what + " of the context " + context + ".",
                "Let " + from.getSimpleName() + " ask for an interface or an annotation of its own, which " + context
                        + " then provides, or move what it does to " + context + ".");
    }
}
