package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import dev.cleave.architecture.model.Message.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What part each class plays, and in which event processor. */
final class Parts {

    private static final Set<String> CONTROLLERS =
            Set.of("org.springframework.stereotype.Controller", "org.springframework.web.bind.annotation.RestController");

    private final SystemCode code;
    private final Handlings handlings;
    private final Set<JavaClass> roots = new HashSet<>();
    private final Set<JavaClass> aggregateParts = new HashSet<>();
    private final Map<JavaClass, Role> roles = new HashMap<>();

    Parts(SystemCode code, Handlings handlings) {
        this.code = code;
        this.handlings = handlings;
        code.contextClasses().filter(Parts::isRoot).forEach(roots::add);
        for (JavaClass root : roots) {
            aggregateParts.add(root);
            aggregateParts.addAll(root.getAllRawSuperclasses());
            aggregateParts.addAll(root.getAllSubclasses());
        }
        code.contextClasses().filter(this::isPartOfAggregate).forEach(aggregateParts::add);
        code.contextClasses()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> Axon.has(field, Axon.AGGREGATE_MEMBER))
                .flatMap(field -> field.getAllInvolvedRawTypes().stream())
                .filter(type -> code.contextOf(type).isPresent())
                .forEach(aggregateParts::add);
    }

    /** Whether a class is the root of an aggregate. */
    boolean isAggregate(JavaClass type) {
        return roots.contains(type);
    }

    /** Whether a class is an aggregate's root, or one of its entities, or what these extend. */
    boolean isInAggregate(JavaClass type) {
        return aggregateParts.contains(type);
    }

    boolean isController(JavaClass type) {
        return Axon.hasAny(type, CONTROLLERS);
    }

    Role role(JavaClass type) {
        return roles.computeIfAbsent(type, this::find);
    }

    /** The classes that have a handler: one that is inherited is that of each class that inherits it, an aggregate's own is one. */
    Stream<JavaClass> handlersOf(Handling handling) {
        JavaClass owner = handling.owner();
        boolean inherited = Types.isAbstract(owner) && !isInAggregate(owner) && !owner.getAllSubclasses().isEmpty();
        return inherited ? Types.concrete(owner) : Stream.of(owner);
    }

    private Role find(JavaClass type) {
        for (Map.Entry<String, Role> role : code.conventions().roles().entrySet()) {
            if (Axon.has(type, role.getKey())) {
                return role.getValue();
            }
        }
        if (isInAggregate(type)) {
            return Role.AGGREGATE;
        }
        if (Axon.hasAny(type, Axon.SAGAS) || handlings.in(type).anyMatch(handling -> handling.sort() == Handling.Sort.SAGA)) {
            return Role.SAGA;
        }
        String wait = code.conventions().waitType();
        if (wait != null && Axon.isA(type, wait)) {
            return Role.WAIT;
        }
        if (isController(type)) {
            return Role.CONTROLLER;
        }
        return handlings.in(type).anyMatch(Handling::ofEvents) ? Role.PROCESSOR : Role.COMPONENT;
    }

    /** The event processor that a class belongs to; null if it handles no events, or is an aggregate. */
    @Nullable String processor(JavaClass type) {
        Role role = role(type);
        if (role == Role.AGGREGATE || handlings.in(type).noneMatch(Handling::ofEvents)) {
            return null;
        }
        return namedProcessor(type).orElseGet(
                () -> role == Role.SAGA ? type.getSimpleName() + "Processor" : type.getPackageName());
    }

    /** The event processor that a class names, as against the one that it is put into for its package. */
    private Optional<String> namedProcessor(JavaClass type) {
        for (String annotation : code.conventions().roles().keySet()) {
            Optional<String> name = Axon.find(type, annotation).flatMap(found -> Axon.text(found, "value"));
            if (name.isPresent()) {
                return name.map(value -> code.conventions().areProcessorsNamedByContext()
                        ? code.contextOf(type).map(context -> context.name() + ".").orElse("") + value
                        : value);
            }
        }
        Optional<JavaAnnotation<?>> group = Axon.find(type, Axon.PROCESSING_GROUP);
        if (group.isEmpty()) {
            group = type.getAllRawSuperclasses().stream()
                    .flatMap(parent -> Axon.find(parent, Axon.PROCESSING_GROUP).stream())
                    .findFirst();
        }
        return group.flatMap(found -> Axon.text(found, "value"));
    }

    private static boolean isRoot(JavaClass type) {
        return Axon.hasAny(type, Axon.AGGREGATES)
                || !Types.isAbstract(type)
                        && type.getAllFields().stream().anyMatch(field -> Axon.has(field, Axon.AGGREGATE_IDENTIFIER));
    }

    private boolean isPartOfAggregate(JavaClass type) {
        return type.getFields().stream().anyMatch(Parts::identifies)
                || handlings.in(type).anyMatch(handling -> handling.sort() == Handling.Sort.SOURCING);
    }

    private static boolean identifies(JavaField field) {
        return Axon.has(field, Axon.AGGREGATE_IDENTIFIER) || Axon.has(field, Axon.ENTITY_ID);
    }
}
