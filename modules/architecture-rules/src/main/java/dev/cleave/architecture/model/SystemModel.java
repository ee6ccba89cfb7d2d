package dev.cleave.architecture.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A system.
 *
 * @param contexts by name
 * @param messages by context, kind and name
 * @param types that the fields of messages have, and those that their fields have in turn, by name
 * @param waits by context and kind
 * @param codeDependencies between contexts, by their names
 */
public record SystemModel(
        String name,
        List<ContextModel> contexts,
        List<Message> messages,
        List<ValueType> types,
        List<Wait> waits,
        List<CodeDependency> codeDependencies) {

    public SystemModel {
        contexts = List.copyOf(contexts);
        messages = List.copyOf(messages);
        types = List.copyOf(types);
        waits = List.copyOf(waits);
        codeDependencies = List.copyOf(codeDependencies);
    }

    /** A system of whose fields' types no more than the names is known, and that waits for nothing. */
    public SystemModel(
            String name, List<ContextModel> contexts, List<Message> messages, List<CodeDependency> codeDependencies) {
        this(name, contexts, messages, List.of(), List.of(), codeDependencies);
    }

    /** The messages of one kind. */
    public Stream<Message> messages(Message.Kind kind) {
        return messages.stream().filter(message -> message.kind() == kind);
    }

    /** The waits of a context. */
    public List<Wait> waits(String context) {
        return waits.stream().filter(wait -> wait.context().equals(context)).toList();
    }

    /** The message of the given full name. */
    public Optional<Message> message(String type) {
        return messages.stream().filter(message -> message.type().equals(type)).findFirst();
    }

    /** The context of the given name. */
    public Optional<ContextModel> context(String name) {
        return contexts.stream().filter(context -> context.name().equals(name)).findFirst();
    }
}
