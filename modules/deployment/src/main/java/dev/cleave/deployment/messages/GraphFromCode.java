package dev.cleave.deployment.messages;

import dev.cleave.deployment.messages.CodeOfContext.Code;
import dev.cleave.deployment.messages.CodeOfContext.Signature;
import dev.cleave.deployment.messages.CodeOfContext.Type;
import dev.cleave.deployment.messages.MessageGraph.Command;
import dev.cleave.deployment.messages.MessageGraph.ContextMessages;
import dev.cleave.deployment.messages.MessageGraph.Event;
import dev.cleave.deployment.messages.MessageGraph.Handler;
import dev.cleave.deployment.messages.MessageGraph.Reader;
import dev.cleave.deployment.messages.MessageGraph.Sender;
import dev.cleave.platform.messaging.Gateway;
import dev.cleave.platform.messaging.Policy;
import dev.cleave.platform.messaging.View;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.waiting.Wait;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Derives the graph from compiled classes.
 *
 * <p>Who makes a command sends it. Where a helper makes it, the senders are the controllers, policies, gateways and waits that the
 * helper is reached from, through any number of calls within its context. Likewise the aggregate that applies an event is the one that
 * reaches the event's making.
 */
final class GraphFromCode {

    private static final Comparator<Sender> SENDERS =
            Comparator.comparing(Sender::context).thenComparing(Sender::type).thenComparing(Sender::kind);
    private static final Comparator<Reader> READERS =
            Comparator.comparing(Reader::context).thenComparing(Reader::processor).thenComparing(Reader::type);

    private final Consumer<String> unclear;
    private final List<CodeOfContext> all = new ArrayList<>();
    private final Map<String, Type> types = new HashMap<>();
    private final Map<String, String> contextOf = new HashMap<>();
    private final Map<Signature, Code> code = new HashMap<>();
    private final Map<Signature, Set<Signature>> callers = new HashMap<>();
    private final Map<String, Set<Signature>> makers = new HashMap<>();

    private GraphFromCode(List<Context> contexts, Consumer<String> unclear) throws IOException {
        this.unclear = unclear;
        for (Context context : contexts) {
            CodeOfContext read = CodeOfContext.of(context);
            all.add(read);
            types.putAll(read.types());
            read.types().values().forEach(type -> {
                contextOf.put(type.name(), context.name());
                type.methods().forEach(method -> code.put(method.signature(), method));
            });
        }
        all.sort(Comparator.comparing(read -> read.context().name()));
        code.values().forEach(this::noteCalls);
    }

    /**
     * The graph of the given contexts.
     *
     * <p>What the code does not tell is left out, and told in words. That does not end the build, because what breaks a rule of the architecture
     * is told better by its report, with the place and the remedy; and a graph that lacks something differs from the report's.
     *
     * @param unclear is told what was left out, a sentence each
     */
    static MessageGraph of(List<Context> contexts, Consumer<String> unclear) throws IOException {
        GraphFromCode graph = new GraphFromCode(contexts, unclear);
        return new MessageGraph(graph.all.stream().map(graph::messages).toList());
    }

    private void noteCalls(Code method) {
        for (Signature call : method.calls()) {
            if (call.name().equals("<init>")) {
                makers.computeIfAbsent(call.owner(), type -> new HashSet<>()).add(method.signature());
            }
            for (Signature called : meantBy(call)) {
                callers.computeIfAbsent(called, signature -> new HashSet<>()).add(method.signature());
            }
        }
    }

    /** A call means the method named, or where that is inherited or overridden, those of the supertypes and subtypes. */
    private List<Signature> meantBy(Signature call) {
        if (!types.containsKey(call.owner())) {
            return List.of();
        }
        return types.keySet().stream()
                .filter(type -> isA(type, call.owner()) || isA(call.owner(), type))
                .map(type -> new Signature(type, call.name(), call.descriptor()))
                .filter(code::containsKey)
                .toList();
    }

    private boolean isA(String type, String supertype) {
        if (type.equals(supertype)) {
            return true;
        }
        Type known = types.get(type);
        return known != null && known.supertypes().stream().anyMatch(parent -> isA(parent, supertype));
    }

    private ContextMessages messages(CodeOfContext owner) {
        Map<String, Handler> handlers = commandHandlers();
        Map<String, List<Reader>> readers = eventHandlers();
        List<Command> commands = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        for (Type type : owner.types().values()) {
            boolean internal = owner.context().isStep(type.name());
            if (!internal && !type.name().startsWith(owner.context().apiPackage() + ".")) {
                continue;
            }
            if (isRouted(type) || handlers.containsKey(type.name())) {
                commands.add(new Command(
                        type.name(), owner.context().name(), internal, handlers.get(type.name()), senders(type.name())));
            } else if (type.annotations().containsKey(Revision.class.getName()) || readers.containsKey(type.name())) {
                events.add(new Event(
                        type.name(),
                        owner.context().name(),
                        type.annotations().getOrDefault(Revision.class.getName(), Map.of()).getOrDefault("value", ""),
                        internal,
                        aggregate(type.name()),
                        readers.getOrDefault(type.name(), List.of())));
            }
        }
        return new ContextMessages(owner.context().name(), commands, events);
    }

    private static boolean isRouted(Type type) {
        return type.fieldAnnotations().contains(TargetAggregateIdentifier.class.getName())
                || type.fieldAnnotations().contains(RoutingKey.class.getName());
    }

    private Map<String, Handler> commandHandlers() {
        Map<String, Handler> handlers = new HashMap<>();
        for (Code method : code.values()) {
            if (method.annotations().contains(CommandHandler.class.getName())) {
                handled(method).ifPresent(command -> handlers.merge(
                        command,
                        new Handler(method.signature().owner(), method.signature().name()),
                        (one, other) -> first(command, one, other)));
            }
        }
        return handlers;
    }

    private Map<String, List<Reader>> eventHandlers() {
        Map<String, Set<Reader>> readers = new HashMap<>();
        for (Code method : code.values()) {
            if (method.annotations().contains(EventHandler.class.getName())) {
                Optional<Reader> reader = reader(types.get(method.signature().owner()));
                handled(method).ifPresent(event -> reader.ifPresent(
                        found -> readers.computeIfAbsent(event, type -> new TreeSet<>(READERS)).add(found)));
            }
        }
        Map<String, List<Reader>> sorted = new HashMap<>();
        readers.forEach((event, found) -> sorted.put(event, List.copyOf(found)));
        return sorted;
    }

    /** The first parameter; none of a handler that says otherwise what it handles, which none here does. */
    private static Optional<String> handled(Code method) {
        return method.parameters().stream().findFirst();
    }

    private Handler first(String command, Handler one, Handler other) {
        unclear.accept(command + " has two handlers, " + one + " and " + other + ". Keep one.");
        return one.toString().compareTo(other.toString()) < 0 ? one : other;
    }

    private Optional<Reader> reader(Type type) {
        String context = contextOf.get(type.name());
        Map<Class<?>, Reader.Kind> kinds =
                Map.of(View.class, Reader.Kind.VIEW, Policy.class, Reader.Kind.POLICY, Gateway.class, Reader.Kind.GATEWAY);
        for (var kind : kinds.entrySet()) {
            Map<String, String> annotation = type.annotations().get(kind.getKey().getName());
            if (annotation != null) {
                return Optional.of(
                        new Reader(type.name(), context, kind.getValue(), context + "." + annotation.get("value")));
            }
        }
        unclear.accept(type.name() + " handles events but says not what for. Mark it as a @View, @Policy or @Gateway.");
        return Optional.empty();
    }

    private List<Sender> senders(String command) {
        Map<String, Sender> senders = new TreeMap<>();
        for (Signature maker : makers.getOrDefault(command, Set.of())) {
            boolean found = maker.owner().equals(command) || isAggregate(maker.owner());
            for (Signature method : reachedFrom(maker)) {
                Sender sender = sender(code.get(method));
                found |= isEventHandler(code.get(method));
                if (sender != null) {
                    found = true;
                    senders.merge(sender.type(), sender, GraphFromCode::together);
                }
            }
            if (!found) {
                unclear.accept(maker.owner() + "." + maker.name() + " makes the command " + command
                        + ", but no controller, policy, gateway or wait calls it. Let one send the command, or remove the method.");
            }
        }
        return senders.values().stream().sorted(SENDERS).toList();
    }

    /** The sender that a method is the way into, if it is one. */
    private @Nullable Sender sender(Code method) {
        Type type = types.get(method.signature().owner());
        String context = contextOf.get(type.name());
        if (isEventHandler(method) && !type.annotations().containsKey(View.class.getName())) {
            Optional<Reader> reader = reader(type);
            if (reader.isPresent()) {
                Sender.Kind kind = reader.get().kind() == Reader.Kind.POLICY ? Sender.Kind.POLICY : Sender.Kind.GATEWAY;
                return new Sender(
                        type.name(), context, kind, reader.get().processor(), handled(method).map(List::of).orElse(List.of()));
            }
        }
        if (isA(type.name(), Wait.class.getName())) {
            return new Sender(type.name(), context, Sender.Kind.WAIT, null, List.of());
        }
        if (type.annotations().containsKey(RestController.class.getName())) {
            return new Sender(type.name(), context, Sender.Kind.CONTROLLER, null, List.of());
        }
        return null;
    }

    private static boolean isEventHandler(Code method) {
        return method.annotations().contains(EventHandler.class.getName());
    }

    private static Sender together(Sender one, Sender other) {
        Set<String> on = new TreeSet<>(one.on());
        on.addAll(other.on());
        return new Sender(one.type(), one.context(), one.kind(), one.processor(), List.copyOf(on));
    }

    private @Nullable String aggregate(String event) {
        Set<String> aggregates = new TreeSet<>();
        for (Signature maker : makers.getOrDefault(event, Set.of())) {
            for (Signature method : reachedFrom(maker)) {
                if (isAggregate(method.owner())) {
                    aggregates.add(method.owner());
                }
            }
        }
        if (aggregates.size() > 1) {
            unclear.accept(event + " is applied by " + aggregates + ". Give each its own event.");
        }
        return aggregates.isEmpty() ? null : aggregates.iterator().next();
    }

    private boolean isAggregate(String type) {
        return types.get(type).annotations().containsKey(Aggregate.class.getName());
    }

    /** A method, and all from which calls lead to it. */
    private Set<Signature> reachedFrom(Signature method) {
        Set<Signature> reached = new LinkedHashSet<>(Set.of(method));
        Deque<Signature> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (Signature caller : callers.getOrDefault(open.pop(), Set.of())) {
                if (reached.add(caller)) {
                    open.push(caller);
                }
            }
        }
        return reached;
    }
}
