package dev.cleave.bootstrap.proof.shop;

import dev.cleave.platform.operations.Restore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The raw events as they are stored, read without any of the system's own code. */
public record History(List<Event> events) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * A stored event.
     *
     * @param type the context and the event's name, such as {@code ordering.OrderPlaced}
     */
    public record Event(long position, String aggregate, long sequence, String type, JsonNode payload, String identifier) {

        /** @param name that was stored with the event; earlier versions stored the name of its class, below its context's package */
        public static Event stored(
                long position, String aggregate, long sequence, String name, byte[] payload, String identifier) {
            String[] type = name.split("\\.");
            return new Event(
                    position,
                    aggregate,
                    sequence,
                    type[Math.max(0, type.length - 3)] + "." + type[type.length - 1],
                    JSON.readTree(new String(payload, StandardCharsets.UTF_8)),
                    identifier);
        }

        public String text(String property) {
            return payload.path(property).asString("");
        }
    }

    /** Reads the event store in the data folder of a process that has ended; a copy of it, so that nothing is put in order. */
    public static History ofStopped(Path data) {
        try {
            Path copy = Files.createTempDirectory("cleave-history-");
            try {
                Files.copy(data.resolve("events.mv.db"), copy.resolve("events.mv.db"));
                return read("jdbc:h2:file:" + copy.toAbsolutePath().resolve("events"), "cleave", "");
            } finally {
                Files.deleteIfExists(copy.resolve("events.mv.db"));
                Files.deleteIfExists(copy.resolve("events.trace.db"));
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the event store in a backup. */
    public static History ofBackup(Path backup) {
        try {
            Path data = Files.createTempDirectory("cleave-backup-");
            Restore.restore(backup, data);
            History history = ofStopped(data);
            FileSystemUtils.deleteRecursively(data);
            return history;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static History read(String url, String user, String password) {
        List<Event> events = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT position, aggregate_identifier, sequence_number, payload_type, payload, event_identifier"
                                + " FROM stored_event ORDER BY position")) {
            while (row.next()) {
                events.add(Event.stored(
                        row.getLong(1), row.getString(2), row.getLong(3), row.getString(4), row.getBytes(5), row.getString(6)));
            }
        } catch (SQLException e) {
            throw new AssertionError("The event store can't be read", e);
        }
        return new History(events);
    }

    /** What is wrong with positions, sequences and identifiers. */
    public List<String> gaps() {
        List<String> found = new ArrayList<>();
        Map<String, Long> last = new HashMap<>();
        Map<String, Long> identifiers = new HashMap<>();
        long expected = 0;
        for (Event event : events) {
            if (event.position() != expected) {
                found.add("position " + event.position() + " follows " + (expected - 1));
            }
            expected = event.position() + 1;
            long before = last.getOrDefault(event.aggregate(), -1L);
            if (event.sequence() != before + 1) {
                found.add(event.aggregate() + " has event " + event.sequence() + " after " + before);
            }
            last.put(event.aggregate(), event.sequence());
            Long twin = identifiers.put(event.identifier(), event.position());
            if (twin != null) {
                found.add("the event at " + event.position() + " was stored before, at " + twin);
            }
        }
        return found;
    }

    public List<Event> of(String type) {
        return events.stream().filter(event -> event.type().equals(type)).toList();
    }
}
