package dev.cleave.bootstrap.architecture;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.Placement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code GET /actuator/architecture}: the contexts of the program, which of them this process holds, their messages, and which of these come into
 * this process or leave it. {@code GET /actuator/architecture/CONTEXT} tells all of one context.
 */
@Endpoint(id = "architecture")
class ArchitectureEndpoint {

    private final Placement placement;
    private final Environment environment;

    ArchitectureEndpoint(Placement placement, Environment environment) {
        this.placement = placement;
        this.environment = environment;
    }

    /**
     * The whole.
     *
     * @param commit that the program was built from; null if it is not known
     * @param profile the deployment profile; null if this process was given none
     * @param unit of that profile; null likewise
     * @param messages between contexts
     */
    record Overview(
            String system,
            @Nullable String commit,
            @Nullable String profile,
            @Nullable String unit,
            List<PlacedContext> contexts,
            List<PlacedMessage> messages) {}

    /**
     * A context.
     *
     * @param here whether this process holds it
     */
    record PlacedContext(String name, @Nullable String purpose, boolean here, List<String> commands, List<String> events) {}

    /** A message from one context to another. */
    record PlacedMessage(String type, String kind, String from, String to, Way way) {}

    /** Where a message goes, as this process sees it. */
    enum Way {
        /** From a context of this process to another of it. */
        @JsonProperty("local")
        LOCAL,
        /** From another process into this one. */
        @JsonProperty("in")
        IN,
        /** From this process to another one. */
        @JsonProperty("out")
        OUT,
        /** Past this process. */
        @JsonProperty("elsewhere")
        ELSEWHERE
    }

    /** A context with its messages, as the report tells them. */
    record ContextInFull(Object context, List<Object> messages) {}

    @ReadOperation
    Overview overview() {
        JsonNode report = report();
        Set<String> held = placement.held().stream().map(Context::name).collect(Collectors.toSet());
        return new Overview(
                report.path("system").asString(""),
                text(report.path("provenance").path("commit")),
                environment.getProperty("cleave.profile"),
                environment.getProperty("cleave.unit"),
                report.path("contexts").valueStream().map(context -> placed(context, report, held)).toList(),
                report.path("map").path("messages").valueStream()
                        .flatMap(edge -> edge.path("passages").valueStream().map(passage -> passing(edge, passage, held)))
                        .toList());
    }

    /** Null if there is no such context. */
    @ReadOperation
    @Nullable ContextInFull context(@Selector String name) {
        JsonNode report = report();
        return report.path("contexts").valueStream()
                .filter(context -> context.path("name").asString("").equals(name))
                .findFirst()
                .map(context -> new ContextInFull(
                        plain(context),
                        report.path("messages").valueStream()
                                .filter(message -> message.path("context").asString("").equals(name))
                                .map(ArchitectureEndpoint::plain)
                                .toList()))
                .orElse(null);
    }

    private static PlacedContext placed(JsonNode context, JsonNode report, Set<String> held) {
        String name = context.path("name").asString("");
        return new PlacedContext(
                name, text(context.path("purpose")), held.contains(name), messages(report, name, "command"),
                messages(report, name, "event"));
    }

    private static List<String> messages(JsonNode report, String context, String kind) {
        return report.path("messages").valueStream()
                .filter(message -> message.path("context").asString("").equals(context)
                        && message.path("kind").asString("").equals(kind))
                .map(message -> message.path("type").asString(""))
                .toList();
    }

    private static PlacedMessage passing(JsonNode edge, JsonNode passage, Set<String> held) {
        String from = edge.path("from").asString("");
        String to = edge.path("to").asString("");
        Way way = held.contains(from)
                ? held.contains(to) ? Way.LOCAL : Way.OUT
                : held.contains(to) ? Way.IN : Way.ELSEWHERE;
        return new PlacedMessage(passage.path("type").asString(""), passage.path("kind").asString(""), from, to, way);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }

    private static Object plain(JsonNode node) {
        return JsonMapper.shared().convertValue(node, Object.class);
    }

    private static JsonNode report() {
        try (InputStream json = Written.model().getInputStream()) {
            return JsonMapper.shared().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("The program was built without its architecture report. Build it with Maven.", e);
        }
    }
}
