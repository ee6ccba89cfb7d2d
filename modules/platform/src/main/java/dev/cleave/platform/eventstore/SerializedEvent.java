package dev.cleave.platform.eventstore;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/** A stored event as Axon's upcasters want to see it. */
class SerializedEvent implements TrackedEventData<byte[]> {

    final StoredEvent event;

    private SerializedEvent(StoredEvent event) {
        this.event = event;
    }

    static SerializedEvent of(StoredEvent event) {
        return event.ofAggregate() ? new OfAggregate(event) : new SerializedEvent(event);
    }

    static DomainEventData<byte[]> ofAggregate(StoredEvent event) {
        return new OfAggregate(event);
    }

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(event.position());
    }

    @Override
    public String getEventIdentifier() {
        return event.eventIdentifier();
    }

    @Override
    public Instant getTimestamp() {
        return event.timestamp();
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(event.metadata(), byte[].class);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(event.payload(), byte[].class, event.payloadType(), event.payloadRevision());
    }

    private static final class OfAggregate extends SerializedEvent implements DomainEventData<byte[]> {

        private OfAggregate(StoredEvent event) {
            super(event);
        }

        @Override
        public String getType() {
            return String.valueOf(event.aggregateType());
        }

        @Override
        public String getAggregateIdentifier() {
            return event.aggregateIdentifier();
        }

        @Override
        public long getSequenceNumber() {
            return event.sequenceNumber();
        }
    }
}
