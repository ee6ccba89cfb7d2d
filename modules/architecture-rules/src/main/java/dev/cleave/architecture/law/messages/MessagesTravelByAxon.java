package dev.cleave.architecture.law.messages;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaType;
import dev.cleave.architecture.code.ContextCode;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.uses.CodeNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Spring's own events stay within a process, and what one context tells another may not. */
final class MessagesTravelByAxon {

    private static final String LISTENER = "org.springframework.context.ApplicationListener";
    private static final String LISTENS = "org.springframework.context.event.EventListener";
    private static final String PUBLISHER = "org.springframework.context.ApplicationEventPublisher";

    private MessagesTravelByAxon() {}

    static Rule rule() {
        return Statement.of(
                "messages-travel-by-axon", CommandsAndEventsOnly.LAW,
                "No message is published or handled as a Spring application event",
                "A Spring application event reaches only listeners in the same process, within the caller's transaction. As soon as the two contexts run"
                        + " apart, nothing arrives any more, and nothing fails.")
                .all("classes", SystemCode::contextClasses)
                .violatedBy(MessagesTravelByAxon::violations);
    }

    private static Stream<Violation> violations(SystemCode code, JavaClass type) {
        ContextCode context = code.contextOf(type).orElseThrow();
        Stream<Violation> listening = type.getInterfaces().stream()
                .filter(each -> each.toErasure().isAssignableTo(LISTENER))
                .flatMap(each -> others(code, context, each.getAllInvolvedRawTypes().stream()))
                .map(event -> heard(code.at(type), type.getSimpleName(), event));
        return Stream.concat(listening, type.getCodeUnits().stream().flatMap(unit -> Stream.concat(
                others(code, context, listenedFor(unit)).map(event -> heard(code.at(unit), CodeNames.of(unit), event)),
                told(code, context, unit).stream())));
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
                code.at(publishing.get()),
                CodeNames.of(unit) + " publishes " + event.getSimpleName() + " as an event of Spring's.",
                "Let the aggregate that decides apply it, and handle it with Axon's @EventHandler where it is needed."));
    }

    /** Those that are messages, or of another context. */
    private static Stream<JavaClass> others(SystemCode code, ContextCode context, Stream<JavaClass> types) {
        return types.filter(type -> code.model().message(type.getName()).isPresent()
                || code.contextOf(type).filter(owner -> !owner.equals(context)).isPresent());
    }

    private static Violation heard(Location location, String listener, JavaClass event) {
        return new Violation(
                location,
                listener + " listens for " + event.getSimpleName() + " as an event of Spring's.",
                "Handle it with Axon's @EventHandler, in a view, a policy or a gateway.");
    }
}
