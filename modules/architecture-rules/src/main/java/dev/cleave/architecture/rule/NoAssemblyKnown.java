package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.ContextCode;
import dev.cleave.architecture.code.SystemCode;
import java.util.ArrayList;
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
        int count = 0;
        List<Violation> violations = new ArrayList<>();
        for (ContextCode context : code.contexts()) {
            for (JavaClass type : context.classes()) {
                count++;
                UsesOf.first(type, used -> Packages.contain(code.conventions().assemblies(), used))
                        .forEach(use -> violations.add(new Violation(
                                code.at(use),
                                use.inWords() + ", which puts contexts together.",
                                "Move what " + context.name() + " needs of " + use.to().getSimpleName()
                                        + " to the context itself, or to what all contexts stand on.")));
            }
        }
        return Examination.of("classes", count, violations);
    }
}
