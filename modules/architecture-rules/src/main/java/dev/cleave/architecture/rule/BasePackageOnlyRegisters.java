package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.cleave.architecture.code.ContextCode;
import dev.cleave.architecture.code.SystemCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where a context begins is what puts it together. */
final class BasePackageOnlyRegisters extends StatedRule {

    BasePackageOnlyRegisters() {
        super(
                "base-package-only-registers",
                Laws.HOUSE,
                "Nothing in a context's base package handles messages or requests",
                "What a context does is in the package that is named after it. In the base package it is in none, and everything below"
                        + " comes to depend on it.");
    }

    @Override
    public Examination examine(SystemCode code) {
        List<Violation> violations = new ArrayList<>();
        for (ContextCode context : code.contexts()) {
            context.classes().stream()
                    .filter(type -> type.getPackageName().equals(context.basePackage()))
                    .forEach(type -> work(code, type).ifPresent(method -> violations.add(new Violation(
                            code.at(method),
                            Ways.name(method) + " works in the base package of " + context.name() + ".",
                            "Move " + Ways.name(type) + " into the package that is named after what it does."))));
        }
        return Examination.of("contexts", code.contexts().size(), violations);
    }

    private static Optional<JavaMethod> work(SystemCode code, JavaClass type) {
        return type.getMethods().stream().filter(code.parts()::isEntered).min(Comparator.comparing(JavaMethod::getName));
    }
}
