package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.code.ContextCode;
import dev.cleave.architecture.code.SystemCode;
import java.util.ArrayList;
import java.util.List;

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
        int count = 0;
        List<Violation> violations = new ArrayList<>();
        for (ContextCode context : code.contexts()) {
            for (JavaClass type : context.classes()) {
                count++;
                UsesOf.first(type, used -> Packages.contain(code.conventions().transports(), used))
                        .forEach(use -> violations.add(new Violation(
                                code.at(use),
                                use.inWords() + " of the transport " + use.to().getPackageName() + ".",
                                "Use the command gateway and event handlers, and leave the transport to what " + context.name()
                                        + " stands on.")));
            }
        }
        return Examination.of("classes", count, violations);
    }
}
