package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.SystemCode;
import java.util.ArrayList;
import java.util.List;

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
        int count = 0;
        List<Violation> violations = new ArrayList<>();
        for (JavaClass type : code.classes()) {
            if (Packages.contain(code.conventions().assemblies(), type)) {
                count++;
                UsesOf.first(type, used -> true).forEach(use -> code.contextOf(use.to())
                        .filter(context -> !context.publishes(use.to()))
                        .ifPresent(context -> violations.add(new Violation(
                                code.at(use),
                                use.inWords() + ", which is internal to " + context.name() + ".",
                                "Let " + context.name()
                                        + " register by itself what it has, and find contexts by the mark they all bear."))));
            }
        }
        return Examination.of("classes that put contexts together", count, violations);
    }
}
