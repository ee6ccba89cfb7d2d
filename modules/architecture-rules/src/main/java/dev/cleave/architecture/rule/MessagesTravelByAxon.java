package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaType;
import dev.cleave.architecture.code.ContextCode;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Spring's own events stay within a process, and what one context tells another may not. */
final class MessagesTravelByAxon extends StatedRule {

    private static final String LISTENER = "org.springframework.context.ApplicationListener";
    private static final String LISTENS = "org.springframework.context.event.EventListener";
    private static final String PUBLISHER = "org.springframework.context.ApplicationEventPublisher";

    MessagesTravelByAxon() {
        super(
                "messages-travel-by-axon",
                Laws.COMMANDS_AND_EVENTS_ONLY,
                "No message is told or heard as an event of Spring's",
                "An application event of Spring's reaches who listens in the same process, within the caller's transaction, and nobody else. As soon"
                        + " as the two run apart nothing arrives any more, and nothing fails.");
    }

    @Override
    public Examination examine(SystemCode code) {
        List<Violation> violations = new ArrayList<>();
        int classes = 0;
        for (ContextCode context : code.contexts()) {
            for (JavaClass type : context.classes()) {
                classes++;
                type.getInterfaces().stream()
                        .filter(each -> each.toErasure().isAssignableTo(LISTENER))
                        .flatMap(each -> others(code, context, each.getAllInvolvedRawTypes().stream()))
                        .distinct()
                        .forEach(event -> violations.add(heard(code.at(type), type.getSimpleName(), event)));
                for (JavaCodeUnit unit : type.getCodeUnits()) {
                    others(code, context, listenedFor(unit)).distinct()
                            .forEach(event -> violations.add(heard(code.at(unit), name(unit), event)));
                    told(code, context, unit).ifPresent(violations::add);
                }
            }
        }
        return Examination.of("classes", classes, violations);
    }

    private static Stream<JavaClass> listenedFor(JavaCodeUnit unit) {
        if (!unit.isMetaAnnotatedWith(LISTENS)) {
            return Stream.empty();
        }
        return Stream.concat(
                unit.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()),
                unit.getAnnotations().stream().flatMap(MessagesTravelByAxon::named));
    }

    /** The classes that an annotation names. */
    private static Stream<JavaClass> named(JavaAnnotation<?> annotation) {
        return annotation.getProperties().values().stream()
                .flatMap(value -> value instanceof Object[] several ? Stream.of(several) : Stream.of(value))
                .filter(JavaClass.class::isInstance)
                .map(JavaClass.class::cast);
    }

    /** What is made where something is published is taken for what is published; where nothing is made, what has been given. */
    private static Optional<Violation> told(SystemCode code, ContextCode context, JavaCodeUnit unit) {
        Optional<JavaMethodCall> publishing = unit.getMethodCallsFromSelf().stream()
                .filter(call -> call.getName().equals("publishEvent") && call.getTargetOwner().isAssignableTo(PUBLISHER))
                .findFirst();
        if (publishing.isEmpty()) {
            return Optional.empty();
        }
        List<JavaClass> made = unit.getConstructorCallsFromSelf().stream()
                .map(call -> call.getTargetOwner())
                .filter(type -> code.contextOf(type).isPresent())
                .toList();
        Stream<JavaClass> published =
                made.isEmpty() ? unit.getParameterTypes().stream().map(JavaType::toErasure) : made.stream();
        return others(code, context, published).findFirst().map(event -> new Violation(
                code.at(unit.getOwner(), unit.getName(), publishing.get().getSourceCodeLocation()),
                name(unit) + " publishes " + event.getSimpleName() + " as an event of Spring's.",
                "Let the aggregate that decides apply it, and handle it with Axon's @EventHandler where it is needed."));
    }

    /** Those that are messages, or of another context. */
    private static Stream<JavaClass> others(SystemCode code, ContextCode context, Stream<JavaClass> types) {
        return types.filter(type -> code.model().message(type.getName()).isPresent()
                || code.contextOf(type).filter(owner -> !owner.equals(context)).isPresent());
    }

    private static String name(JavaCodeUnit unit) {
        return Ways.name(unit.getOwner()) + "." + unit.getName();
    }

    private static Violation heard(Location location, String listener, JavaClass event) {
        return new Violation(
                location,
                listener + " listens for " + event.getSimpleName() + " as an event of Spring's.",
                "Handle it with Axon's @EventHandler, in a view, a policy or a gateway.");
    }
}
