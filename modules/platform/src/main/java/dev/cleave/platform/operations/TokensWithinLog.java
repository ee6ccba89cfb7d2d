package dev.cleave.platform.operations;

import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.processing.Processor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Puts right, before anything is handled, what has read further than the event log goes. The log has then lost its last events, by a
 * power cut that a weaker {@code cleave.durability} allows, and what it will hold at those positions are other events.
 *
 * <p>A view is derived anew. A policy or gateway goes on at the log's end: it acted on events that are gone, and all that followed
 * from them in the log is gone with them; what it told the outside world is known there under its reference. Dead letters of events
 * that are gone go too. Requests that were answered lately with an {@code Idempotency-Key} forget their answer and keep their identity:
 * sent again, they are answered as before if their events are still there, and else carried out again under the same identifiers.
 * Nothing else that a store keeps is touched.
 *
 * <p>An empty log behind stores that have read is not one that lost its last events: then nothing is done and the start is refused.
 */
final class TokensWithinLog implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(TokensWithinLog.class);

    private final List<DataStore> stores;
    private final StreamableMessageSource<?> events;
    private final Serializer tokens;
    private final Function<String, Optional<Processor>> processors;
    private final Consumer<Processor> emptied;

    /**
     * @param stores of the contexts that this process holds
     * @param processors finds a processor of this process by name
     * @param emptied empties what a view derived, and lets it begin at the first event, in the present transaction
     */
    TokensWithinLog(
            List<DataStore> stores,
            StreamableMessageSource<?> events,
            Serializer tokens,
            Function<String, Optional<Processor>> processors,
            Consumer<Processor> emptied) {
        this.stores = stores;
        this.events = events;
        this.tokens = tokens;
        this.processors = processors;
        this.emptied = emptied;
    }

    private record Read(String processor, int segment, long position) {}

    @Override
    public void afterSingletonsInstantiated() {
        long known = end();
        for (DataStore store : stores) {
            List<Read> beyond = new ArrayList<>();
            for (Read read : read(store)) {
                // Other replicas go on meanwhile, so the end is looked up again after the token.
                if (read.position() > known && read.position() > end()) {
                    beyond.add(read);
                }
            }
            if (!beyond.isEmpty()) {
                putRight(store, beyond, end());
            }
        }
    }

    private void putRight(DataStore store, List<Read> beyond, long end) {
        if (end < 0) {
            throw new LogMissing(store.name(), beyond.getFirst().processor(), beyond.getFirst().position());
        }
        store.transactions().executeWithoutResult(transaction -> {
            Set<Processor> views = new LinkedHashSet<>();
            for (Read read : beyond) {
                Processor processor = processors.apply(read.processor()).orElse(null);
                moveToEnd(store.jdbcTemplate(), read, end);
                boolean view = processor != null && processor.kind().replayable();
                log.warn("{} had read up to {}, but the event log ends at {}: it lost its last events. {}", read.processor(),
                        read.position(), end, view ? "The view is derived anew." : "It goes on with the next event.");
                if (view) {
                    views.add(processor);
                }
            }
            views.forEach(emptied);
            forgetDeadLetters(store.jdbcTemplate(), end);
            forgetLatestAnswers(store.jdbcTemplate());
        });
    }

    private void moveToEnd(JdbcTemplate jdbc, Read read, long end) {
        SerializedObject<byte[]> token = tokens.serialize(new GlobalSequenceTrackingToken(end), byte[].class);
        jdbc.update("UPDATE token_entry SET token = ?, token_type = ?, owner = NULL WHERE processor_name = ? AND segment = ?",
                token.getData(), token.getType().getName(), read.processor(), read.segment());
    }

    private void forgetDeadLetters(JdbcTemplate jdbc, long end) {
        List<String> gone = new ArrayList<>();
        jdbc.query("SELECT dead_letter_id, token, token_type FROM dead_letter_entry WHERE token IS NOT NULL", row -> {
            if (position(row.getBytes(2), row.getString(3)) > end) {
                gone.add(row.getString(1));
            }
        });
        gone.forEach(letter -> jdbc.update("DELETE FROM dead_letter_entry WHERE dead_letter_id = ?", letter));
    }

    /** Those of the last hour before the store was last used, by the order in which keys expire. */
    private void forgetLatestAnswers(JdbcTemplate jdbc) {
        jdbc.update("""
                UPDATE idempotent_request SET status = NULL, location = NULL, content_type = NULL, answer = NULL, claimed_until = NULL
                WHERE expires_at > (SELECT MAX(expires_at) - INTERVAL '1' HOUR FROM idempotent_request)
                """);
    }

    private List<Read> read(DataStore store) {
        return store.jdbcTemplate().query(
                "SELECT processor_name, segment, token, token_type FROM token_entry WHERE token IS NOT NULL",
                (row, number) -> new Read(
                        row.getString(1), row.getInt(2), position(row.getBytes(3), row.getString(4))));
    }

    private long end() {
        return position(events.createHeadToken());
    }

    /** A view that is being replayed has read as far as it had when the replay began. */
    private long position(byte[] token, String type) {
        Object read = tokens.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return read instanceof ReplayToken replay
                ? Math.max(position(replay), position(replay.getTokenAtReset()))
                : read instanceof TrackingToken tracking ? position(tracking) : -1;
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    /** Processors have read, and there is no event in the log. */
    static final class LogMissing extends RuntimeException {

        LogMissing(String store, String processor, long position) {
            super("The event log is empty, but in the store '" + store + "' the processor " + processor
                    + " has read up to position "
                    + position
                    + ": this is not the log that belongs to the store. Nothing was changed. Put the event log back where "
                    + "cleave.data-directory (or the url of the store 'events') says, or restore all stores from one backup into an "
                    + "empty folder.");
        }
    }
}
