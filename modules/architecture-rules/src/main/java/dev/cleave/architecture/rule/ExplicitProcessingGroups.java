package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.cleave.architecture.code.SystemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whoever handles events says by which processor. */
final class ExplicitProcessingGroups extends StatedRule {

    private static final String EVENT_HANDLER = "org.axonframework.eventhandling.EventHandler";
    private static final String SOURCING_HANDLER = "org.axonframework.eventsourcing.EventSourcingHandler";
    private static final String GROUP = "org.axonframework.config.ProcessingGroup";
    private static final String AGGREGATE = "org.axonframework.modelling.command.AggregateRoot";
    private static final String MEMBER = "org.axonframework.modelling.command.AggregateMember";

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
        Set<JavaClass> members = code.contextClasses()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.isMetaAnnotatedWith(MEMBER))
                .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream())
                .collect(Collectors.toSet());
        int count = 0;
        List<Violation> violations = new ArrayList<>();
        for (JavaClass type : code.contextClasses().toList()) {
            Optional<JavaMethod> handler = type.getModifiers().contains(JavaModifier.ABSTRACT)
                    ? Optional.empty()
                    : type.getAllMethods().stream().filter(ExplicitProcessingGroups::handlesEvents).findFirst();
            boolean rebuildsAggregate = type.getClassHierarchy().stream().anyMatch(each -> each.isMetaAnnotatedWith(AGGREGATE))
                    || type.getAllSubclasses().stream().anyMatch(each -> each.isMetaAnnotatedWith(AGGREGATE))
                    || type.getClassHierarchy().stream().anyMatch(members::contains);
            if (handler.isPresent() && !rebuildsAggregate) {
                count++;
                if (!namesGroup(code, type)) {
                    violations.add(new Violation(
                            code.at(type),
                            type.getSimpleName() + " handles " + handled(handler.get()) + " and names no processing group.",
                            "Say which processor it belongs to, by " + means(code) + "."));
                }
            }
        }
        return Examination.of("classes that handle events", count, violations);
    }

    private static boolean handlesEvents(JavaMethod method) {
        return method.isMetaAnnotatedWith(EVENT_HANDLER) && !method.isMetaAnnotatedWith(SOURCING_HANDLER);
    }

    private static boolean namesGroup(SystemCode code, JavaClass type) {
        return type.getClassHierarchy().stream().anyMatch(each -> each.isMetaAnnotatedWith(GROUP)
                || code.conventions().roles().keySet().stream().anyMatch(each::isMetaAnnotatedWith));
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
