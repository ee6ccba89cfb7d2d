package dev.cleave.deployment.messages;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * All messages of the program: the commands and events of every context, who sends them, and who handles them. Types are given
 * by their full names.
 *
 * @param contexts by name
 */
public record MessageGraph(List<ContextMessages> contexts) {

    /** Where the build leaves the graph in the jar. */
    static final String RESOURCE = "META-INF/cleave/messages.json";

    public MessageGraph {
        contexts = List.copyOf(contexts);
    }

    /**
     * The messages that one context owns.
     *
     * @param name the context's name
     * @param commands by type
     * @param events by type
     */
    public record ContextMessages(String name, List<Command> commands, List<Event> events) {

        public ContextMessages {
            commands = List.copyOf(commands);
            events = List.copyOf(events);
        }
    }

    /**
     * A command.
     *
     * @param context whose it is, and who handles it
     * @param internal whether only its own context may send it
     * @param handler the one that handles it, or null if none does
     * @param senders in the order of their contexts and types; none for a command that nobody sends yet
     */
    public record Command(
            String type,
            String context,
            boolean internal,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Handler handler,
            List<Sender> senders) {

        public Command {
            senders = List.copyOf(senders);
        }

        /** The type without its package. */
        @JsonIgnore
        public String name() {
            return simple(type);
        }
    }

    /**
     * A method that handles a command.
     *
     * @param type its class
     */
    public record Handler(String type, String method) {

        /** Class and method, without the package. */
        @JsonIgnore
        public String name() {
            return simple(type) + "." + method;
        }
    }

    /**
     * A class that sends a command.
     *
     * @param type the class; where a helper makes the command, the class that it makes it for
     * @param kind in what role
     * @param processor the event processor it belongs to, if it is a policy or a gateway
     * @param on the events on which it sends the command, if it is a policy or a gateway
     */
    public record Sender(
            String type,
            String context,
            Kind kind,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String processor,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> on) {

        /** What makes a class send a command. */
        public enum Kind {
            /** An HTTP request. */
            @JsonProperty("controller")
            CONTROLLER,
            /** An event. */
            @JsonProperty("policy")
            POLICY,
            /** An answer of the outside world. */
            @JsonProperty("gateway")
            GATEWAY,
            /** A wait that has run out. */
            @JsonProperty("wait")
            WAIT
        }

        public Sender {
            on = on == null ? List.of() : List.copyOf(on);
        }

        /** The processor, or else the class without its package. */
        @JsonIgnore
        public String name() {
            return processor != null ? processor : simple(type);
        }
    }

    /**
     * An event.
     *
     * @param context whose it is
     * @param revision the revision that is written
     * @param internal whether only its own context may handle it
     * @param aggregate the aggregate that applies it
     * @param readers in the order of their contexts, processors and types
     */
    public record Event(
            String type,
            String context,
            String revision,
            boolean internal,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String aggregate,
            List<Reader> readers) {

        public Event {
            readers = List.copyOf(readers);
        }

        /** The aggregate's class without its package; empty if none applies it. */
        @JsonIgnore
        public String aggregateName() {
            return aggregate == null ? "" : simple(aggregate);
        }

        /** The type without its package. */
        @JsonIgnore
        public String name() {
            return simple(type);
        }
    }

    /**
     * A class that handles an event.
     *
     * @param kind in what role
     * @param processor the event processor it belongs to
     */
    public record Reader(String type, String context, Kind kind, String processor) {

        /** What an event is handled for. */
        public enum Kind {
            /** To derive rows. */
            @JsonProperty("view")
            VIEW,
            /** To send commands. */
            @JsonProperty("policy")
            POLICY,
            /** To call the outside world. */
            @JsonProperty("gateway")
            GATEWAY
        }
    }

    /**
     * The graph of this program.
     *
     * @throws IllegalStateException if it was built without one
     */
    public static MessageGraph load() {
        try (InputStream json = MessageGraph.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (json == null) {
                throw new IllegalStateException("The program was built without " + RESOURCE + ". Build it with Maven.");
            }
            return JsonMapper.shared().readValue(json, MessageGraph.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All commands of all contexts. */
    public Stream<Command> commands() {
        return contexts.stream().flatMap(context -> context.commands().stream());
    }

    /** All events of all contexts. */
    public Stream<Event> events() {
        return contexts.stream().flatMap(context -> context.events().stream());
    }

    private static String simple(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }
}
