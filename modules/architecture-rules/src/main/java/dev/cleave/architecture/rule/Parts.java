package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Message.Role;
import java.util.List;

/** Which part a class or a method plays. */
final class Parts {

    static final String SOURCING = "org.axonframework.eventsourcing.EventSourcingHandler";
    static final String COMMANDS = "org.axonframework.commandhandling.CommandHandler";

    private static final List<String> HANDLING = List.of(
            COMMANDS, SOURCING, "org.axonframework.eventhandling.EventHandler", "org.axonframework.queryhandling.QueryHandler",
            "org.axonframework.eventhandling.ResetHandler", "org.axonframework.messaging.annotation.MessageHandler");

    private static final List<String> ENTERED = List.of(
            "org.springframework.web.bind.annotation.RequestMapping", "org.springframework.scheduling.annotation.Scheduled",
            "org.springframework.context.event.EventListener", "jakarta.annotation.PostConstruct",
            "jakarta.annotation.PreDestroy");

    private Parts() {}

    /** The aggregates of the contexts. */
    static List<JavaClass> aggregates(SystemCode code) {
        return code.contextClasses()
                .filter(type -> is(type, "org.axonframework.modelling.command.AggregateRoot")
                        || is(type, "org.axonframework.spring.stereotype.Aggregate"))
                .toList();
    }

    /** The classes of the contexts that play a part by the system's conventions. */
    static List<JavaClass> playing(SystemCode code, Role role) {
        return code.contextClasses().filter(type -> plays(code, type, role)).toList();
    }

    static boolean plays(SystemCode code, JavaClass type, Role role) {
        return code.conventions().roles().entrySet().stream()
                .anyMatch(entry -> entry.getValue() == role && is(type, entry.getKey()));
    }

    /** The methods of a class that handle messages. */
    static List<JavaMethod> handlers(JavaClass type) {
        return type.getMethods().stream().filter(Parts::handles).toList();
    }

    /** Whether a method handles messages. */
    static boolean handles(JavaMethod method) {
        return HANDLING.stream().anyMatch(annotation -> is(method, annotation));
    }

    /** Whether code is run by something else than the system's own: a message, a request, a clock. */
    static boolean isEntered(JavaCodeUnit unit) {
        return unit instanceof JavaMethod method
                && (handles(method) || ENTERED.stream().anyMatch(annotation -> is(method, annotation)));
    }

    static boolean is(CanBeAnnotated annotated, String annotation) {
        return annotated.isAnnotatedWith(annotation) || annotated.isMetaAnnotatedWith(annotation);
    }
}
