package dev.cleave.reading;

import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.model.Message.Revision;
import dev.cleave.architecture.model.SystemModel;
import dev.cleave.architecture.report.Report.RoundTrip;
import dev.cleave.platform.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes messages as the buses and the event store write them, and reads them back: events as their stored samples have them, commands as
 * examples made of the same values.
 */
final class RoundTrips {

    private static final JsonMapper MESSAGES = Json.forMessages().build();

    private final Path root;
    private final Map<String, RoundTrip> known = new HashMap<>();
    private final Examples examples = new Examples();

    /** @param root the project's, below which samples are */
    RoundTrips(SystemModel model, Path root) {
        this.root = root;
        model.messages(Kind.EVENT).forEach(event -> known.put(event.type(), ofEvent(event)));
        model.messages(Kind.COMMAND).forEach(command -> known.put(command.type(), ofCommand(command)));
    }

    /** What is known of a message; empty if it never leaves its process. */
    Optional<RoundTrip> of(Message message) {
        return Optional.ofNullable(known.get(message.type()));
    }

    private RoundTrip ofEvent(Message event) {
        List<String> samples = event.revisions().stream()
                .filter(revision -> revision.revision().equals(event.revision()))
                .map(Revision::samples)
                .flatMap(List::stream)
                .toList();
        if (samples.isEmpty()) {
            return new RoundTrip(event.type(), false, List.of("There is no sample of it."));
        }
        for (String sample : samples) {
            Optional<String> fault = fault(event, sample);
            if (fault.isPresent()) {
                return new RoundTrip(event.type(), false, List.of(fault.get()));
            }
        }
        return new RoundTrip(event.type(), true, List.of(
                (samples.size() == 1 ? "Its stored sample was" : "Its " + samples.size() + " stored samples were each")
                        + " read, and written again as it was (" + samples.getFirst() + ")."));
    }

    private Optional<String> fault(Message event, String sample) {
        try {
            JsonNode stored = MESSAGES.readTree(Files.readString(root.resolve(sample)));
            Object read = MESSAGES.treeToValue(stored, loaded(event));
            examples.learn(read);
            return MESSAGES.readTree(MESSAGES.writeValueAsBytes(read)).equals(stored)
                    ? Optional.empty()
                    : Optional.of("The sample " + sample + " is not written again as it was.");
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            return Optional.of("The sample " + sample + " can't be read: " + e.getMessage());
        }
    }

    private RoundTrip ofCommand(Message command) {
        return of(loaded(command), examples);
    }

    /** Of a type that messages are made of. */
    static RoundTrip of(Class<?> type, Examples examples) {
        Object example;
        try {
            example = examples.of(type, type.getSimpleName());
        } catch (IllegalArgumentException e) {
            return new RoundTrip(type.getName(), null, List.of("No example of it could be made: " + e.getMessage()));
        }
        try {
            String written = MESSAGES.writeValueAsString(example);
            return MESSAGES.readValue(written, type).equals(example)
                    ? new RoundTrip(type.getName(), true, List.of(
                            "An example of it, with a value in every field, was written as the bus writes it, and was the same when read."))
                    : new RoundTrip(type.getName(), false,
                            List.of("Written and read back, an example of it is another: " + written));
        } catch (JacksonException e) {
            return new RoundTrip(
                    type.getName(), false, List.of("An example of it can't be written and read back: " + e.getOriginalMessage()));
        }
    }

    private static Class<?> loaded(Message message) {
        try {
            return Class.forName(message.type());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(message.type() + " was read, and is not on the class path", e);
        }
    }
}
