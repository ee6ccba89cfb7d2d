package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What Axon 4 calls things, and how an annotation is found, also where another one carries it. */
final class Axon {

    static final String COMMAND_HANDLER = "org.axonframework.commandhandling.CommandHandler";
    static final String EVENT_HANDLER = "org.axonframework.eventhandling.EventHandler";
    static final String EVENT_SOURCING_HANDLER = "org.axonframework.eventsourcing.EventSourcingHandler";
    static final String SAGA_EVENT_HANDLER = "org.axonframework.modelling.saga.SagaEventHandler";
    static final String QUERY_HANDLER = "org.axonframework.queryhandling.QueryHandler";
    static final String DEADLINE_HANDLER = "org.axonframework.deadline.annotation.DeadlineHandler";
    static final String RESET_HANDLER = "org.axonframework.eventhandling.ResetHandler";
    /** On the annotations above, and on those of a system's own. */
    static final String MESSAGE_HANDLER = "org.axonframework.messaging.annotation.MessageHandler";
    static final String MESSAGE = "org.axonframework.messaging.Message";
    static final String AGGREGATE_IDENTIFIER = "org.axonframework.modelling.command.AggregateIdentifier";
    static final String AGGREGATE_MEMBER = "org.axonframework.modelling.command.AggregateMember";
    static final String ENTITY_ID = "org.axonframework.modelling.command.EntityId";
    static final String TARGET = "org.axonframework.modelling.command.TargetAggregateIdentifier";
    static final String ROUTING_KEY = "org.axonframework.commandhandling.RoutingKey";
    static final String REVISION = "org.axonframework.serialization.Revision";
    static final String PROCESSING_GROUP = "org.axonframework.config.ProcessingGroup";
    static final String DEADLINE_MANAGER = "org.axonframework.deadline.DeadlineManager";

    /** What marks the root of an aggregate. */
    static final Set<String> AGGREGATES =
            Set.of("org.axonframework.spring.stereotype.Aggregate", "org.axonframework.modelling.command.AggregateRoot");

    /** What marks a saga. */
    static final Set<String> SAGAS = Set.of("org.axonframework.spring.stereotype.Saga");

    /** By what events are applied or published. */
    static final Set<String> PUBLISHERS = Set.of(
            "org.axonframework.modelling.command.AggregateLifecycle",
            "org.axonframework.eventhandling.gateway.EventGateway",
            "org.axonframework.eventhandling.EventBus",
            "org.axonframework.eventhandling.scheduling.EventScheduler");

    private Axon() {}

    static boolean has(HasAnnotations<?> element, String annotation) {
        return find(element, annotation).isPresent();
    }

    static boolean hasAny(HasAnnotations<?> element, Set<String> annotations) {
        return annotations.stream().anyMatch(annotation -> has(element, annotation));
    }

    /** The annotation of that name, on the element itself or on one of its annotations. */
    static Optional<JavaAnnotation<?>> find(HasAnnotations<?> element, String annotation) {
        return find(element, annotation, new HashSet<>());
    }

    private static Optional<JavaAnnotation<?>> find(HasAnnotations<?> element, String annotation, Set<JavaClass> seen) {
        for (JavaAnnotation<?> present : element.getAnnotations()) {
            if (present.getRawType().getName().equals(annotation)) {
                return Optional.of(present);
            }
        }
        for (JavaAnnotation<?> present : element.getAnnotations()) {
            if (seen.add(present.getRawType())) {
                Optional<JavaAnnotation<?>> found = find(present.getRawType(), annotation, seen);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** A property that is a text and not empty. */
    static Optional<String> text(JavaAnnotation<?> annotation, String property) {
        return annotation.get(property).filter(String.class::isInstance).map(String.class::cast).filter(text -> !text.isBlank());
    }

    /** A property that is a class, {@code Object} apart, which is Axon's way to say none. */
    static Optional<JavaClass> type(JavaAnnotation<?> annotation, String property) {
        return annotation.get(property)
                .filter(JavaClass.class::isInstance)
                .map(JavaClass.class::cast)
                .filter(type -> !type.getName().equals(Object.class.getName()));
    }

    /** Whether a class is another, or extends or implements it; the other need not be on the class path. */
    static boolean isA(JavaClass type, String other) {
        return type.getAllClassesSelfIsAssignableTo().stream().anyMatch(parent -> parent.getName().equals(other))
                || type.isAssignableTo(other);
    }
}
