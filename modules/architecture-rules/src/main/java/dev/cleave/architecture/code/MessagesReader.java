package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import dev.cleave.architecture.bytecode.Instructions;
import dev.cleave.architecture.bytecode.Instructions.Called;
import dev.cleave.architecture.bytecode.Instructions.Ended;
import dev.cleave.architecture.code.Calls.Making;
import dev.cleave.architecture.code.Handling.Sort;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Handler;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.model.Message.Role;
import dev.cleave.architecture.model.Message.Sender;
import dev.cleave.architecture.model.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the messages of a system, and who sends and handles them. */
final class MessagesReader {

    private static final Comparator<Message> ORDER = Comparator.comparing(Message::context)
            .thenComparing(Message::kind)
            .thenComparing(Message::name)
            .thenComparing(Message::type);
    private static final Comparator<Handler> HANDLERS = Comparator.comparing(Handler::context)
            .thenComparing(Handler::role)
            .thenComparing(Handler::type)
            .thenComparing(Handler::method)
            .thenComparing(handler -> handler.location().line());

    private static final Set<String> APPLYING = Set.of("apply", "publish", "schedule");

    private final SystemCode code;
    private final Handlings handlings;
    private final Parts parts;
    private final Calls calls;
    private final Senders senders;
    private final FailureCodes failures;
    private final Revisions revisions;
    private final Set<JavaClass> system = new HashSet<>();
    private final Map<String, JavaClass> commands = new TreeMap<>();
    private final Map<String, JavaClass> queries = new TreeMap<>();
    private final Map<String, JavaClass> events = new TreeMap<>();

    MessagesReader(SystemCode code, FailureCodes failures) {
        this.code = code;
        this.handlings = code.handlings();
        this.parts = code.parts();
        this.failures = failures;
        this.revisions = new Revisions(code);
        code.classes().stream().filter(type -> !isFoundation(type)).forEach(system::add);
        this.calls = new Calls(code.calls(), system, type -> parts.role(type) == Role.WAIT);
        this.senders = new Senders(
                code, calls, type -> commands.containsKey(type.getName()) || queries.containsKey(type.getName()), this::eventsOf);
        findCommands();
        findQueries();
        findEvents();
        findUnhandled();
    }

    List<Message> read() {
        List<Message> messages = new ArrayList<>();
        Map<String, Set<String>> sentOn = new HashMap<>();
        for (JavaClass command : commands.values()) {
            message(command, Kind.COMMAND).ifPresent(message -> {
                messages.add(message);
                message.senders().forEach(sender -> sender.on()
                        .forEach(event -> sentOn.computeIfAbsent(event, any -> new TreeSet<>()).add(message.type())));
            });
        }
        queries.values().forEach(query -> message(query, Kind.QUERY).ifPresent(messages::add));
        for (JavaClass event : events.values()) {
            message(event, Kind.EVENT)
                    .map(message -> leadingTo(message, sentOn.getOrDefault(message.type(), Set.of())))
                    .ifPresent(messages::add);
        }
        messages.addAll(named(Sort.COMMAND));
        messages.addAll(named(Sort.QUERY));
        messages.addAll(named(Sort.DEADLINE));
        messages.sort(ORDER);
        return messages;
    }

    private boolean isFoundation(JavaClass type) {
        return code.contextOf(type).isEmpty()
                && Stream.of(code.conventions().foundations(), code.conventions().assemblies())
                        .flatMap(Set::stream)
                        .anyMatch(other -> Names.isBelow(type.getPackageName(), other));
    }

    // What is a message

    private void findCommands() {
        handlings.all(Sort.COMMAND)
                .filter(handling -> handling.payload() != null && system.contains(handling.payload()))
                .forEach(handling -> commands.put(handling.payload().getName(), handling.payload()));
        system.stream()
                .filter(type -> isSpoken(type) && !Types.isAbstract(type) && isRouted(type))
                .forEach(type -> commands.put(type.getName(), type));
    }

    private void findQueries() {
        handlings.all(Sort.QUERY)
                .filter(handling -> handling.name() == null && handling.payload() != null && system.contains(handling.payload()))
                .forEach(handling -> queries.put(handling.payload().getName(), handling.payload()));
    }

    private void findEvents() {
        handlings.ofEvents()
                .filter(handling -> handling.payload() != null && system.contains(handling.payload()))
                .flatMap(handling -> Types.concrete(handling.payload()))
                .forEach(this::noteEvent);
        system.stream()
                .filter(type -> isSpoken(type) && !Types.isAbstract(type) && Axon.has(type, Axon.REVISION))
                .forEach(this::noteEvent);
        handlings.all(Sort.COMMAND)
                .flatMap(handling -> calls.reachedFrom(handling.code(), any -> true).stream())
                .distinct()
                .forEach(unit -> applied(unit).forEach(this::noteEvent));
    }

    /** What is made where a command is sent, is no part of anything, and neither handled nor marked: only that tells that it is one. */
    private void findUnhandled() {
        Set<JavaClass> parts = system.stream()
                .filter(this::isSpoken)
                .flatMap(type -> type.getFields().stream())
                .flatMap(field -> field.getAllInvolvedRawTypes().stream().filter(part -> !part.equals(field.getOwner())))
                .collect(Collectors.toSet());
        system.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .flatMap(unit -> madeFor(unit, call -> code.conventions().commandSenders().contains(call.owner())).stream())
                .filter(made -> made.stream().noneMatch(type -> commands.containsKey(type.getName())))
                .flatMap(List::stream)
                .filter(type -> !parts.contains(type))
                .filter(type -> !events.containsKey(type.getName()) && !queries.containsKey(type.getName()))
                .forEach(type -> commands.put(type.getName(), type));
    }

    private void noteEvent(JavaClass type) {
        if (system.contains(type) && !commands.containsKey(type.getName()) && !queries.containsKey(type.getName())) {
            events.putIfAbsent(type.getName(), type);
        }
    }

    /** What some code makes and applies on the spot, and is not held by something else that it makes there. */
    private Set<JavaClass> applied(JavaCodeUnit unit) {
        Set<JavaClass> applied = new LinkedHashSet<>();
        for (List<JavaClass> made : madeFor(
                unit, call -> Axon.PUBLISHERS.contains(call.owner()) && APPLYING.contains(call.name()))) {
            made.stream().filter(type -> made.stream().noneMatch(other -> holds(other, type))).forEach(applied::add);
        }
        return applied;
    }

    /** The types of messages that some code makes in the very statement in which it calls something, for each such call. */
    private List<List<JavaClass>> madeFor(JavaCodeUnit unit, Predicate<Called> wanted) {
        if (unit.getAccessesFromSelf().stream().noneMatch(access -> wanted.test(Called.of(access)))) {
            return List.of();
        }
        return Instructions.leadingTo(step -> step instanceof Called called && wanted.test(called), unit).stream()
                .map(steps -> steps.subList(lastEnd(steps), steps.size() - 1).stream()
                        .filter(step -> step instanceof Called call && call.name().equals(JavaConstructor.CONSTRUCTOR_NAME))
                        .map(step -> ((Called) step).owner())
                        .filter(code.classes()::contain)
                        .map(code.classes()::get)
                        .filter(type -> system.contains(type) && !Types.isAbstract(type) && isSpoken(type))
                        .toList())
                .toList();
    }

    private static int lastEnd(List<Instructions.Step> steps) {
        return IntStream.range(0, steps.size()).filter(i -> steps.get(i) instanceof Ended).max().orElse(0);
    }

    private static boolean holds(JavaClass type, JavaClass part) {
        return !type.equals(part)
                && type.getFields().stream().anyMatch(field -> field.getAllInvolvedRawTypes().contains(part));
    }

    /** Whether a type belongs to the messages of its context, or to a language that several share. */
    private boolean isSpoken(JavaClass type) {
        return code.contextOf(type).map(context -> context.speaks(type)).orElse(true);
    }

    private static boolean isRouted(JavaClass type) {
        return Stream.<JavaMember>concat(type.getAllFields().stream(), type.getAllMethods().stream())
                .anyMatch(member -> Axon.has(member, Axon.TARGET) || Axon.has(member, Axon.ROUTING_KEY));
    }

    // What is known of it

    /** A message that is a class; empty if no context has anything to do with it. */
    private Optional<Message> message(JavaClass type, Kind kind) {
        List<Handler> handlers = handlings.all()
                .filter(handling -> handling.sort().kind() == kind && handles(handling, type))
                .flatMap(this::handlers)
                .sorted(HANDLERS)
                .toList();
        List<Sender> sent = kind == Kind.EVENT ? senders.ofEvent(type) : senders.ofRequest(type);
        @Nullable String revision = Axon.find(type, Axon.REVISION).flatMap(named -> Axon.text(named, "value")).orElse(null);
        return owner(type, kind, handlers, sent).map(context -> new Message(
                type.getName(),
                kind,
                context,
                code.contextOf(type).map(owner -> owner.publishes(type)).orElse(true),
                code.contextOf(type).filter(owner -> owner.isStep(type)).isPresent(),
                revision,
                kind == Kind.EVENT ? revisions.of(type, context, revision) : List.of(),
                code.documentation().summary(type).orElse(null),
                Fields.of(type),
                sent,
                handlers,
                kind == Kind.COMMAND ? List.copyOf(failures.namedIn(reach(type))) : List.of(),
                kind == Kind.COMMAND ? eventsMadeIn(reach(type)) : List.of(),
                code.at(type)));
    }

    private static Message leadingTo(Message message, Set<String> commands) {
        return new Message(
                message.type(),
                message.kind(),
                message.context(),
                message.published(),
                message.internal(),
                message.revision(),
                message.revisions(),
                message.summary(),
                message.fields(),
                message.senders(),
                message.handlers(),
                message.failures(),
                List.copyOf(commands),
                message.location());
    }

    /** Messages that have no class of their own, only a name. */
    private List<Message> named(Sort sort) {
        Map<String, List<Handling>> byName = new TreeMap<>();
        handlings.all(sort).forEach(handling -> {
            JavaClass payload = handling.payload();
            boolean typed = payload != null && system.contains(payload);
            if (sort == Sort.DEADLINE || !typed || sort == Sort.QUERY && handling.name() != null) {
                String name = handling.name() != null ? handling.name() : payload == null ? "" : payload.getName();
                byName.computeIfAbsent(name, any -> new ArrayList<>()).add(handling);
            }
        });
        List<Message> messages = new ArrayList<>();
        byName.forEach((name, handlers) -> {
            JavaClass owner = handlers.getFirst().owner();
            JavaClass payload = handlers.getFirst().payload();
            Set<JavaCodeUnit> reach = new LinkedHashSet<>();
            handlers.forEach(handling -> reach.addAll(reach(handling)));
            messages.add(new Message(
                    name.isEmpty() ? owner.getName() + "." + handlers.getFirst().code().getName() : name,
                    sort.kind(),
                    code.contextOf(owner).orElseThrow().name(),
                    false,
                    true,
                    null,
                    payload == null ? null : code.documentation().summary(payload).orElse(null),
                    payload == null || !system.contains(payload) ? List.of() : Fields.of(payload),
                    sort == Sort.DEADLINE
                            ? handlers.stream().flatMap(handling -> senders.ofDeadline(handling.owner()).stream()).distinct()
                                    .toList()
                            : List.of(),
                    handlers.stream().flatMap(this::handlers).sorted(HANDLERS).toList(),
                    List.copyOf(failures.namedIn(reach)),
                    sort == Sort.QUERY ? List.of() : eventsMadeIn(reach),
                    code.at(handlers.getFirst().code())));
        });
        return messages;
    }

    /** Whose a message is: by its package, or where that belongs to no context, who handles a command, or applies an event. */
    private Optional<String> owner(JavaClass type, Kind kind, List<Handler> handlers, List<Sender> senders) {
        Optional<String> own = code.contextOf(type).map(ContextCode::name);
        if (own.isPresent()) {
            return own;
        }
        Stream<String> handling = handlers.stream()
                .sorted(Comparator.comparing(Handler::role))
                .map(Handler::context);
        Stream<String> sending = senders.stream().map(Sender::context);
        return (kind == Kind.EVENT ? Stream.concat(sending, handling) : Stream.concat(handling, sending)).findFirst();
    }

    private boolean handles(Handling handling, JavaClass type) {
        JavaClass payload = handling.payload();
        return switch (handling.sort()) {
            case COMMAND, QUERY -> type.equals(payload) && (handling.sort() == Sort.COMMAND || handling.name() == null);
            case DEADLINE -> false;
            case SOURCING, SAGA, EVENT -> payload != null && Types.isBelow(type, payload);
        };
    }

    private Collection<JavaClass> eventsOf(Handling handling) {
        return events.values().stream().filter(event -> handles(handling, event)).toList();
    }

    private Stream<Handler> handlers(Handling handling) {
        return parts.handlersOf(handling).flatMap(type -> code.contextOf(type).stream().map(context -> new Handler(
                type.getName(),
                handling.code() instanceof JavaConstructor ? type.getSimpleName() : handling.code().getName(),
                context.name(),
                parts.role(type),
                handling.ofEvents() ? parts.processor(type) : null,
                code.at(handling.code()))));
    }

    // What follows from it

    private Set<JavaCodeUnit> reach(JavaClass command) {
        Set<JavaCodeUnit> reach = new LinkedHashSet<>();
        handlings.all(Sort.COMMAND).filter(handling -> handles(handling, command))
                .forEach(handling -> reach.addAll(reach(handling)));
        return reach;
    }

    /** The code that handles a message, within the handler's context and what is nobody's. */
    private Set<JavaCodeUnit> reach(Handling handling) {
        @Nullable ContextCode own = code.contextOf(handling.owner()).orElse(null);
        return calls.reachedFrom(handling.code(), unit -> {
            ContextCode context = code.contextOf(unit.getOwner()).orElse(null);
            return context == null || context == own;
        });
    }

    private List<String> eventsMadeIn(Set<JavaCodeUnit> reach) {
        return events.values().stream()
                .filter(event -> calls.makings(event).stream().map(Making::by).anyMatch(reach::contains))
                .map(JavaClass::getName)
                .toList();
    }
}
