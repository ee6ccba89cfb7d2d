package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.uses.Use;

/** Contexts don't know what carries their messages. */
final class NoTransportNamed extends StatedRule {

    NoTransportNamed() {
        super(
                "no-transport-named",
                Laws.PLACELESS,
                "A context depends on no transport",
                "What carries messages between processes is chosen where the system is deployed, and in one process there is none. A context that"
                        + " names a transport runs only where there is that one.");
    }

    @Override
    public Examination examine(SystemCode code) {
        return UsesOf.examination(
                "classes",
                code.contextClasses(),
                type -> UsesOf.first(type, used -> Packages.contain(code.conventions().transports(), used)),
                use -> violation(code, code.at(use), use.inWords(), use.to().getName(), use.from()),
                mentioned -> Packages.containName(code.conventions().transports(), mentioned.type()),
                mentioned -> violation(
                        code, code.at(mentioned), mentioned.inWords(), mentioned.type(), mentioned.from()));
    }

    private static Violation violation(SystemCode code, Location place, String what, String type, JavaClass from) {
        String context = code.contextOf(from).orElseThrow().name();
        return new Violation(
                place,
                what + " of the transport " + type.substring(0, type.lastIndexOf('.')) + ".",
                "Use the command gateway and event handlers, and leave the transport to what " + context + " stands on.");
    }
}
