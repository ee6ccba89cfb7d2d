package dev.cleave.platform.eventstore;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event as it is stored, its payload and metadata still serialised.
 *
 * @param position its place in the history: 0, 1, 2, … without gaps
 * @param aggregateType the type of the aggregate that applied it; none for an event that no aggregate applied
 * @param aggregateIdentifier the aggregate that applied it, or the event's own identifier
 * @param sequenceNumber its place in the aggregate's history, from 0
 * @param eventIdentifier the event's own identifier
 * @param recordedAt when it happened, in milliseconds since 1970, UTC
 * @param payloadType the name of the payload's type
 * @param payloadRevision the revision of the payload's type, if it has one
 * @param payload the serialised payload; not to be changed
 * @param metadata the serialised metadata; not to be changed
 */
public record StoredEvent(
        long position,
        @Nullable String aggregateType,
        String aggregateIdentifier,
        long sequenceNumber,
        String eventIdentifier,
        long recordedAt,
        String payloadType,
        @Nullable String payloadRevision,
        byte[] payload,
        byte[] metadata) {

    /** When it happened. */
    public Instant timestamp() {
        return Instant.ofEpochMilli(recordedAt);
    }

    boolean ofAggregate() {
        return aggregateType != null;
    }

    int size() {
        return payload.length + metadata.length;
    }

    StoredEvent at(long place) {
        return new StoredEvent(place, aggregateType, aggregateIdentifier, sequenceNumber, eventIdentifier, recordedAt,
                payloadType,
                payloadRevision, payload, metadata);
    }

    @Override
    public String toString() {
        return position + " " + payloadType + " of " + aggregateIdentifier + " #" + sequenceNumber;
    }
}
