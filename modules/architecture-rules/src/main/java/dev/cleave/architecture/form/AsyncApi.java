package dev.cleave.architecture.form;

import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Sender;
import dev.cleave.architecture.report.Report;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The published language as an AsyncAPI 3.0 document: a channel for each message that contexts may exchange, and who sends and who receives
 * on it.
 */
final class AsyncApi {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AsyncApi() {}

    static String of(Report report) {
        List<Message> published = report.messages().stream()
                .filter(message -> message.published() && !message.internal() && message.kind() != Message.Kind.DEADLINE)
                .toList();
        Map<String, String> keys = keys(published);
        ObjectNode document = JSON.objectNode();
        document.put("asyncapi", "3.0.0");
        info(report, document.putObject("info"));
        document.put("defaultContentType", "application/json");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        PayloadSchemas payloads = new PayloadSchemas(report.types());
        for (Message message : published) {
            String key = keys.get(message.type());
            ObjectNode channel = channels.putObject(key);
            channel.put("address", message.type());
            channel.put("title", message.name());
            channel.putObject("messages").putObject(key).put("$ref", "#/components/messages/" + key);
            channel.putArray("tags").addObject().put("name", message.context());
            operations(message, key, operations);
            messages.set(key, message(message, payloads));
        }
        ObjectNode schemas = components.putObject("schemas");
        payloads.all().forEach(schemas::set);
        ObjectNode traits = components.putObject("messageTraits");
        for (Message.Kind kind : List.of(Message.Kind.COMMAND, Message.Kind.EVENT, Message.Kind.QUERY)) {
            trait(kind, traits.putObject(Words.kind(kind)));
        }
        components.putObject("correlationIds").putObject("cause")
                .put("description", "The identifier of the message that this one was sent because of.")
                .put("location", "$message.header#/correlationId");
        return ReportJson.text(document);
    }

    private static void info(Report report, ObjectNode info) {
        info.put("title", report.system());
        String commit = report.provenance().commit();
        info.put("version", report.provenance().versions().getOrDefault(report.system(), commit == null ? "unknown" : commit));
        info.put("description", "The published language: the commands and events that the contexts exchange. "
                + "Made from the code; each message's channel has the name of its type.");
        ArrayNode tags = info.putArray("tags");
        for (ContextModel context : report.contexts()) {
            ObjectNode tag = tags.addObject().put("name", context.name());
            if (context.purpose() != null) {
                tag.put("description", context.purpose());
            }
        }
    }

    private static void operations(Message message, String key, ObjectNode operations) {
        Map<String, List<Sender>> senders = message.senders().stream()
                .collect(Collectors.groupingBy(Sender::context, TreeMap::new, Collectors.toList()));
        Map<String, TreeSet<String>> receivers = new TreeMap<>();
        message.handlers().forEach(
                handler -> receivers.computeIfAbsent(handler.context(), name -> new TreeSet<>()).add(handler.type()));
        senders.forEach((context, sending) -> {
            ObjectNode operation = operations.putObject(plain(context) + "-sends-" + key);
            operation(operation, "send", context, types(sending), key);
            ArrayNode places = operation.putArray("x-places");
            sending.stream().flatMap(sender -> sender.places().stream()).map(Location::shown).distinct().forEach(places::add);
            List<Sender> doubted = sending.stream().filter(sender -> sender.helper() != null).toList();
            if (!doubted.isEmpty()) {
                ArrayNode perhaps = operation.putArray("x-perhaps");
                types(doubted).forEach(perhaps::add);
            }
        });
        receivers.forEach((context, types) -> operation(
                operations.putObject(plain(context) + "-receives-" + key), "receive", context, types, key));
    }

    private static TreeSet<String> types(List<Sender> senders) {
        return senders.stream().map(Sender::type).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void operation(ObjectNode operation, String action, String context, TreeSet<String> types, String key) {
        operation.put("action", action);
        operation.putObject("channel").put("$ref", "#/channels/" + key);
        operation.putArray("messages").addObject().put("$ref", "#/channels/" + key + "/messages/" + key);
        operation.putArray("tags").addObject().put("name", context);
        ArrayNode classes = operation.putArray("x-classes");
        types.forEach(classes::add);
    }

    private static ObjectNode message(Message message, PayloadSchemas payloads) {
        ObjectNode node = JSON.objectNode();
        node.put("name", message.type());
        node.put("title", message.name());
        if (message.summary() != null) {
            node.put("summary", message.summary());
        }
        node.putArray("tags").add(JSON.objectNode().put("name", message.context()))
                .add(JSON.objectNode().put("name", Words.kind(message.kind())));
        node.putArray("traits").addObject().put("$ref", "#/components/messageTraits/" + Words.kind(message.kind()));
        node.set("payload", payloads.object(message.fields()));
        node.put("x-kind", Words.kind(message.kind()));
        if (message.revision() != null) {
            node.put("x-revision", message.revision());
        }
        if (!message.failures().isEmpty()) {
            ArrayNode failures = node.putArray("x-failures");
            message.failures().forEach(failures::add);
        }
        if (!message.leadsTo().isEmpty()) {
            ArrayNode effects = node.putArray("x-leads-to");
            message.leadsTo().forEach(effects::add);
        }
        return node;
    }

    private static void trait(Message.Kind kind, ObjectNode trait) {
        ObjectNode headers = trait.putObject("headers").put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        header(properties, "identifier", "The message's own; the same when it is delivered again.");
        header(properties, "correlationId", "The identifier of the message that this one was sent because of.");
        header(properties, "traceId", "The identifier of the message that all of it began with.");
        ArrayNode required = headers.putArray("required").add("identifier");
        if (kind == Message.Kind.EVENT) {
            header(properties, "timestamp", "When the event was applied.").put("format", "date-time");
            header(properties, "revision", "Of the event's form; given as x-revision below.");
            header(properties, "aggregateIdentifier", "Of the aggregate whose event it is.");
            properties.putObject("sequenceNumber").put("type", "integer").put("minimum", 0)
                    .put("description", "Among the aggregate's events.");
            required.add("timestamp");
        }
        trait.putObject("correlationId").put("$ref", "#/components/correlationIds/cause");
        trait.put("contentType", "application/json");
    }

    private static ObjectNode header(ObjectNode properties, String name, String description) {
        return properties.putObject(name).put("type", "string").put("description", description);
    }

    /** The simple name where it is the only one; else with the context before it, and the full name if that is not enough. */
    private static Map<String, String> keys(List<Message> messages) {
        Map<String, Integer> simple = new HashMap<>();
        Map<String, Integer> qualified = new HashMap<>();
        for (Message message : messages) {
            simple.merge(message.name(), 1, Integer::sum);
            qualified.merge(qualified(message), 1, Integer::sum);
        }
        Map<String, String> keys = new LinkedHashMap<>();
        for (Message message : messages) {
            keys.put(message.type(), simple.get(message.name()) == 1
                    ? message.name()
                    : qualified.get(qualified(message)) == 1 ? qualified(message) : plain(message.type()));
        }
        return keys;
    }

    private static String qualified(Message message) {
        return plain(message.context()) + "." + message.name();
    }

    private static String plain(String name) {
        return name.replaceAll("[^\\w.-]", ".");
    }
}
