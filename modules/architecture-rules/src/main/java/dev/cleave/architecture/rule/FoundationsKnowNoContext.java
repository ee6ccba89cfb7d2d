package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.SystemCode;
import java.util.ArrayList;
import java.util.List;

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
        int count = 0;
        List<Violation> violations = new ArrayList<>();
        for (JavaClass type : code.classes()) {
            if (Packages.contain(code.conventions().foundations(), type)) {
                count++;
                UsesOf.first(type, used -> true).forEach(use -> code.contextOf(use.to())
                        .ifPresent(context -> violations.add(new Violation(
                                code.at(use),
                                use.inWords() + " of the context " + context.name() + ".",
                                "Let " + type.getSimpleName() + " ask for an interface or an annotation of its own, which "
                                        + context.name()
                                        + " then provides, or move what it does to " + context.name() + "."))));
            }
        }
        return Examination.of("classes that contexts stand on", count, violations);
    }
}
