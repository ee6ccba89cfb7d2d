package dev.cleave.platform.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the submissions that lost a race: the first event of each aggregate must follow the last one stored, be it an update or
 * a creation. Used by the writer alone.
 */
final class LastSequenceNumbers {

    private static final long NONE = -1;

    private final Cache<String, Long> known;
    private final Map<String, Long> inBatch = new HashMap<>();

    LastSequenceNumbers(int size) {
        this.known = Caffeine.newBuilder().maximumSize(size).executor(Runnable::run).build();
    }

    /** Begins a batch: looks up, in one query, the aggregates that it does not know. */
    void begin(Connection connection, Collection<Submission> batch) throws SQLException {
        inBatch.clear();
        Set<String> unknown = new LinkedHashSet<>();
        for (Submission submission : batch) {
            for (StoredEvent event : submission.events()) {
                if (event.ofAggregate() && !inBatch.containsKey(event.aggregateIdentifier())) {
                    Long last = known.getIfPresent(event.aggregateIdentifier());
                    if (last == null) {
                        unknown.add(event.aggregateIdentifier());
                    } else {
                        inBatch.put(event.aggregateIdentifier(), last);
                    }
                }
            }
        }
        if (!unknown.isEmpty()) {
            Map<String, Long> found = EventTable.lastSequenceNumbers(connection, unknown);
            unknown.forEach(aggregate -> inBatch.put(aggregate, found.getOrDefault(aggregate, NONE)));
        }
    }

    /** Adds a submission to the batch, or says why it can't be. */
    @Nullable ConcurrencyException add(Submission submission) {
        Map<String, Long> added = new HashMap<>();
        for (StoredEvent event : submission.events()) {
            if (event.ofAggregate()) {
                String aggregate = event.aggregateIdentifier();
                long last = added.getOrDefault(aggregate, inBatch.getOrDefault(aggregate, NONE));
                if (event.sequenceNumber() != last + 1) {
                    return new ConcurrencyException(
                            "The event " + event.payloadType() + " of " + aggregate + " was decided as number "
                                    + event.sequenceNumber() + " of its history, but " + (last + 1)
                                    + " is next: another command was faster.");
                }
                added.put(aggregate, event.sequenceNumber());
            }
        }
        inBatch.putAll(added);
        return null;
    }

    /** The batch is durable. */
    void commit() {
        known.putAll(inBatch);
        inBatch.clear();
    }

    /** Nothing is known for certain any more. */
    void forget() {
        known.invalidateAll();
        inBatch.clear();
    }
}
