package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.cleave.architecture.code.Handling.Sort;
import dev.cleave.architecture.model.Message.Role;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which part each class and method plays: what is an aggregate, a policy, a handler, and in which event processor it is. */
public final class Parts {

    private static final Set<String> CONTROLLERS =
            Set.of("org.springframework.stereotype.Controller", "org.springframework.web.bind.annotation.RestController");
    private static final Set<String> BEANS = Set.of(
            "org.springframework.stereotype.Component",
            "org.springframework.stereotype.Service",
            "org.springframework.stereotype.Repository",
            "org.springframework.context.annotation.Configuration",
            "jakarta.inject.Named");
    private static final Set<String> CALLED_FROM_OUTSIDE = Set.of(
            "org.springframework.scheduling.annotation.Scheduled",
            "org.springframework.context.event.EventListener",
            "org.springframework.kafka.annotation.KafkaListener",
            "org.springframework.amqp.rabbit.annotation.RabbitListener",
            "org.springframework.jms.annotation.JmsListener",
            "org.springframework.web.bind.annotation.RequestMapping",
            "jakarta.annotation.PostConstruct",
            "jakarta.annotation.PreDestroy");

    private final SystemCode code;
    private final Handlings handlings;
    private final Set<JavaClass> roots = new LinkedHashSet<>();
    private final Set<JavaClass> aggregateParts = new HashSet<>();
    private final Map<JavaClass, Role> roles = new ConcurrentHashMap<>();

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
                .flatMap(type -> Stream.concat(Stream.of(type), type.getAllSubclasses().stream()))
                .forEach(aggregateParts::add);
    }

    /** The roots of the contexts' aggregates. */
    public List<JavaClass> aggregates() {
        return List.copyOf(roots);
    }

    /** What is entered in aggregates: all code of their roots, and the handlers of their entities and of what these and they extend, by class. */
    public List<List<JavaCodeUnit>> aggregateCode() {
        return code.contextClasses()
                .filter(this::isInAggregate)
                .map(type -> isAggregate(type) ? List.copyOf(type.getCodeUnits()) : handlers(type))
                .toList();
    }

    /** Whether a class is the root of an aggregate. */
    public boolean isAggregate(JavaClass type) {
        return roots.contains(type);
    }

    /** Whether a class is an aggregate's root, or one of its entities, or what these extend. */
    public boolean isInAggregate(JavaClass type) {
        return aggregateParts.contains(type);
    }

    /** Whether a container makes its objects and gives them others: beans, aggregates, sagas. */
    public boolean isManaged(JavaClass type) {
        return Axon.hasAny(type, BEANS) || Axon.hasAny(type, Axon.AGGREGATES) || Axon.hasAny(type, Axon.SAGAS);
    }

    /** Whether a class answers HTTP requests. */
    public boolean isController(JavaClass type) {
        return Axon.hasAny(type, CONTROLLERS);
    }

    /** The part that a class plays; the system's own conventions come first. */
    public Role role(JavaClass type) {
        return roles.computeIfAbsent(type, this::find);
    }

    /** The classes of the contexts that play a part. */
    public List<JavaClass> playing(Role role) {
        return code.contextClasses().filter(type -> role(type) == role).toList();
    }

    /** Whether code handles messages, of whatever sort. */
    public boolean isHandler(JavaCodeUnit unit) {
        return Handling.of(unit).isPresent()
                || Axon.has(unit, Axon.MESSAGE_HANDLER)
                || Axon.has(unit, Axon.RESET_HANDLER);
    }

    /** The methods and constructors of a class that handle messages, inherited ones apart. */
    public List<JavaCodeUnit> handlers(JavaClass type) {
        return type.getCodeUnits().stream().filter(this::isHandler).toList();
    }

    /** The methods of a class that handle messages, inherited ones too. */
    public List<JavaMethod> allHandlers(JavaClass type) {
        return type.getAllMethods().stream().filter(this::isHandler).toList();
    }

    /** What handles commands in the contexts. */
    public List<JavaCodeUnit> commandHandlers() {
        return handlings.all(Sort.COMMAND).map(Handling::code).toList();
    }

    /** What rebuilds aggregates from their events. */
    public List<JavaCodeUnit> sourcingHandlers() {
        return handlings.all(Sort.SOURCING).map(Handling::code).toList();
    }

    /** The methods by which objects of a class handle events in a processor, inherited ones too; an aggregate has none. */
    public List<JavaMethod> eventHandlers(JavaClass type) {
        return Types.isAbstract(type) || isInAggregate(type)
                ? List.of()
                : type.getAllMethods().stream().filter(Parts::handlesEvents).toList();
    }

    /** Whether a class, or one that it extends, says how what it keeps is emptied before a replay. */
    public boolean isEmptied(JavaClass type) {
        return type.getAllMethods().stream().anyMatch(method -> Axon.has(method, Axon.RESET_HANDLER));
    }

    /** Whether code is run by something else than the system's own: a message, a request, a clock, a container. */
    public boolean isEntered(JavaCodeUnit unit) {
        return isHandler(unit) || isCalledFromOutside(unit);
    }

    /** Whether code is run by a request, a clock or a container; what messages run is not among it. */
    boolean isCalledFromOutside(JavaCodeUnit unit) {
        return Axon.hasAny(unit, CALLED_FROM_OUTSIDE);
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
        if (Axon.hasAny(type, Axon.SAGAS) || handlings.in(type).anyMatch(handling -> handling.sort() == Sort.SAGA)) {
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

    /** The event processor that a class, or one that it extends, names, as against the one that it is put into for its package. */
    public Optional<String> namedProcessor(JavaClass type) {
        String prefix = code.conventions().areProcessorsNamedByContext()
                ? code.contextOf(type).map(context -> context.name() + ".").orElse("")
                : "";
        return Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream())
                .flatMap(each -> code.conventions().roles().keySet().stream()
                        .flatMap(annotation -> value(each, annotation).stream())
                        .map(value -> prefix + value)
                        .findFirst()
                        .or(() -> value(each, Axon.PROCESSING_GROUP))
                        .stream())
                .findFirst();
    }

    private static Optional<String> value(JavaClass type, String annotation) {
        return Axon.find(type, annotation).flatMap(found -> Axon.text(found, "value"));
    }

    private static boolean handlesEvents(JavaMethod method) {
        return Handling.of(method).filter(handling -> handling.ofEvents() && handling.sort() != Sort.SOURCING).isPresent();
    }

    private static boolean isRoot(JavaClass type) {
        return Axon.hasAny(type, Axon.AGGREGATES)
                || !Types.isAbstract(type)
                        && type.getAllFields().stream().anyMatch(field -> Axon.has(field, Axon.AGGREGATE_IDENTIFIER));
    }

    private boolean isPartOfAggregate(JavaClass type) {
        return type.getFields().stream().anyMatch(Parts::identifies)
                || handlings.in(type).anyMatch(handling -> handling.sort() == Sort.SOURCING);
    }

    private static boolean identifies(JavaField field) {
        return Axon.has(field, Axon.AGGREGATE_IDENTIFIER) || Axon.has(field, Axon.ENTITY_ID);
    }
}
