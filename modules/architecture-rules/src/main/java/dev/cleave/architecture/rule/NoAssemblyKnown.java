package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Location;
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
                use -> violation(code, code.at(use), use.inWords(), use.to().getSimpleName(), use.from()),
                mentioned -> Packages.containName(code.conventions().assemblies(), mentioned.type()),
                mentioned -> violation(
                        code,
                        code.at(mentioned),
                        mentioned.inWords(),
                        mentioned.type().substring(mentioned.type().lastIndexOf('.') + 1),
                        mentioned.from()));
    }

    private static Violation violation(SystemCode code, Location place, String what, String known, JavaClass from) {
        String context = code.contextOf(from).orElseThrow().name();
        return new Violation(
                place,
                what + ", which puts contexts together.",
                "Move what " + context + " needs of " + known
                        + " to the context itself, or to what all contexts stand on.");
    }
}
