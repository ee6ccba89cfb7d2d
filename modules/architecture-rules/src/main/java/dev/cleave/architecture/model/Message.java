package dev.cleave.architecture.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message type.
 *
 * @param type its full name
 * @param context whose it is
 * @param published whether it belongs to its context's published language
 * @param internal whether it is a step of its own context, which alone may send or handle it
 * @param revision the revision that is written; null if it names none
 * @param revisions the forms that an event has had, as far as they are known, the present one last
 * @param summary the first sentence of its documentation; null if there is none
 * @param fields in the order in which it declares them
 * @param senders commands and queries: who makes and sends it; events: the aggregates, and else the classes, that apply it
 * @param handlers who handles it; for events those that rebuild an aggregate too
 * @param failures the codes that its handler may refuse it with; commands only
 * @param leadsTo the full names of the events that a command leads to, and of the commands that an event leads to
 */
public record Message(
        String type,
        Kind kind,
        String context,
        boolean published,
        boolean internal,
        @Nullable String revision,
        List<Revision> revisions,
        @Nullable String summary,
        List<Field> fields,
        List<Sender> senders,
        List<Handler> handlers,
        List<String> failures,
        List<String> leadsTo,
        Location location) {

    /** What sort of message. */
    public enum Kind {
        @JsonProperty("command")
        COMMAND,
        @JsonProperty("event")
        EVENT,
        @JsonProperty("query")
        QUERY,
        @JsonProperty("deadline")
        DEADLINE
    }

    /**
     * A form that an event has, or had.
     *
     * @param properties those that stand in its samples
     * @param samples the files that keep it as it was written, relative to the project's root
     * @param upcaster where the code is that reads it as one of a later form; null if there is none, as of the present one
     */
    public record Revision(String revision, List<String> properties, List<String> samples, @Nullable String upcaster) {}

    /**
     * A field of a message.
     *
     * @param type its type as source code writes it, without packages: {@code List<OrderLine>}
     * @param raw the full name of its type, and of the type that a collection holds
     * @param required whether it is never null, as far as the code says
     */
    public record Field(String name, String type, List<String> raw, boolean required) {}

    /**
     * Who sends a message, or applies an event.
     *
     * @param type the full name of the class through which the way leads in: the controller, the policy, the aggregate
     * @param processor the event processor it belongs to; null if it is none
     * @param on the full names of the events that lead to the message; empty if something else does
     * @param places all in the class where it makes the message, or where a way begins that leads to a helper that does
     * @param helper where a helper makes the message that others go through as well, and that chooses between several messages, so that
     *     this sender, or one of the events, may be one too many; null if there is no such doubt
     */
    public record Sender(
            String type,
            String context,
            Role role,
            @Nullable String processor,
            List<String> on,
            List<Location> places,
            @Nullable Location helper) {

        public Sender {
            on = List.copyOf(on);
            places = List.copyOf(places);
        }

        /** One that makes the message at one place, or whose way to it begins there, and of which there is no doubt. */
        public Sender(
                String type, String context, Role role, @Nullable String processor, List<String> on, Location place) {
            this(type, context, role, processor, on, List.of(place), null);
        }

        /** The first of its places. */
        public Location location() {
            return places.getFirst();
        }
    }

    /**
     * Who handles a message.
     *
     * @param processor the event processor it belongs to; null if it is none
     */
    public record Handler(String type, String method, String context, Role role, @Nullable String processor, Location location) {

        /** The handler without its package: {@code Warehouse.handle}. */
        public String named() {
            return Names.simple(type) + "." + method;
        }
    }

    /** The part that a class plays. */
    public enum Role {
        @JsonProperty("aggregate")
        AGGREGATE,
        @JsonProperty("controller")
        CONTROLLER,
        @JsonProperty("policy")
        POLICY,
        @JsonProperty("gateway")
        GATEWAY,
        @JsonProperty("view")
        VIEW,
        @JsonProperty("wait")
        WAIT,
        /** An Axon saga. */
        @JsonProperty("saga")
        SAGA,
        /** An event handler that does not say what it is. */
        @JsonProperty("processor")
        PROCESSOR,
        /** Anything else. */
        @JsonProperty("component")
        COMPONENT
    }

    /** With no more known of earlier forms than the revision of the present one. */
    public Message(
            String type,
            Kind kind,
            String context,
            boolean published,
            boolean internal,
            @Nullable String revision,
            @Nullable String summary,
            List<Field> fields,
            List<Sender> senders,
            List<Handler> handlers,
            List<String> failures,
            List<String> leadsTo,
            Location location) {
        this(type, kind, context, published, internal, revision,
                revision == null ? List.of() : List.of(new Revision(revision, List.of(), List.of(), null)),
                summary, fields, senders, handlers, failures, leadsTo, location);
    }

    public Message {
        revisions = List.copyOf(revisions);
        fields = List.copyOf(fields);
        senders = List.copyOf(senders);
        handlers = List.copyOf(handlers);
        failures = List.copyOf(failures);
        leadsTo = List.copyOf(leadsTo);
    }

    /** The type without its package. */
    public String name() {
        return Names.simple(type);
    }
}
