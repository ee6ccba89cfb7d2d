package dev.cleave.architecture.rule;

import dev.cleave.architecture.code.SystemCode;
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
                use -> violation(code, use, code.contextOf(use.from()).orElseThrow().name()));
    }

    private static Violation violation(SystemCode code, Use use, String context) {
        return new Violation(
                code.at(use),
                use.inWords() + " of the transport " + use.to().getPackageName() + ".",
                "Use the command gateway and event handlers, and leave the transport to what " + context + " stands on.");
    }
}
