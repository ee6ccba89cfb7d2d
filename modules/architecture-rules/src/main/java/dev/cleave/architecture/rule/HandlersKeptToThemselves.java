package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.cleave.architecture.code.SystemCode;
import java.util.List;

/** A handler is called by messages. */
final class HandlersKeptToThemselves extends StatedRule {

    HandlersKeptToThemselves() {
        super(
                "handlers-kept-to-themselves",
                Laws.HOUSE,
                "A method that handles messages is not public",
                "A handler that others can call will be called: past the bus, without a unit of work, without being counted or retried, and"
                        + " only as long as both are in one process.");
    }

    @Override
    public Examination examine(SystemCode code) {
        List<JavaCodeUnit> handlers = code.contextClasses()
                .flatMap(type -> code.parts().handlers(type).stream())
                .filter(JavaCodeUnit::isMethod)
                .toList();
        List<Violation> violations = handlers.stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .map(method -> new Violation(
                        code.at(method),
                        Ways.name(method) + " handles messages and is public.",
                        "Make it package-private; Axon finds it all the same."))
                .toList();
        return Examination.of("handlers", handlers.size(), violations);
    }
}
