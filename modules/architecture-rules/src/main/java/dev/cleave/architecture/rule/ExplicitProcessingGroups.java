package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.cleave.architecture.code.SystemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whoever handles events says by which processor. */
final class ExplicitProcessingGroups extends StatedRule {

    ExplicitProcessingGroups() {
        super(
                "explicit-processing-groups",
                Laws.ONLY_TRUTH,
                "Every class that handles events names its processing group",
                "How far a processor has got is kept under the group's name. Where none is given the name is that of the package: whoever moves the"
                        + " class then handles the whole history anew, and two classes that happen to be neighbours hold each other up.");
    }

    @Override
    public Examination examine(SystemCode code) {
        int count = 0;
        List<Violation> violations = new ArrayList<>();
        for (JavaClass type : code.contextClasses().toList()) {
            List<JavaMethod> handlers = code.parts().eventHandlers(type);
            if (!handlers.isEmpty()) {
                count++;
                if (code.parts().namedProcessor(type).isEmpty()) {
                    violations.add(new Violation(
                            code.at(type),
                            type.getSimpleName() + " handles " + handled(handlers.getFirst()) + " and names no processing group.",
                            "Say which processor it belongs to, by " + means(code) + "."));
                }
            }
        }
        return Examination.of("classes that handle events", count, violations);
    }

    private static String handled(JavaMethod handler) {
        return handler.getRawParameterTypes().isEmpty()
                ? "events"
                : handler.getRawParameterTypes().getFirst().getSimpleName();
    }

    private static String means(SystemCode code) {
        String roles = code.conventions().roles().keySet().stream()
                .map(role -> "@" + role.substring(role.lastIndexOf('.') + 1))
                .sorted()
                .collect(Collectors.joining(", "));
        return roles.isEmpty() ? "@ProcessingGroup" : "one of " + roles;
    }
}
