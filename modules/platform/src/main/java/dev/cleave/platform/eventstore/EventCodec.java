package dev.cleave.platform.eventstore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.jspecify.annotations.Nullable;

/** Turns messages into stored events and back. */
final class EventCodec {

    /** What both databases take as one binary value. */
    static final int LARGEST_VALUE = 1_048_576;

    private final Serializer serializer;
    private final EventUpcaster upcasters;

    EventCodec(Serializer serializer, EventUpcaster upcasters) {
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /**
     * The message, ready to be stored; its position is still to be given out.
     *
     * @throws EventStoreException if it can't be stored as it is
     */
    StoredEvent encode(EventMessage<?> message) {
        return encode(message, serializer);
    }

    static StoredEvent encode(EventMessage<?> message, Serializer serializer) {
        return sized(unsized(message, serializer));
    }

    /** A snapshot, ready to be stored, however large it is: what an aggregate keeps grows with the years. */
    static StoredEvent encodeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        return unsized(snapshot, serializer);
    }

    private static StoredEvent unsized(EventMessage<?> message, Serializer serializer) {
        @Nullable DomainEventMessage<?> ofAggregate = message instanceof DomainEventMessage<?> domain && domain.getType() != null
                ? domain : null;
        SerializedObject<byte[]> payload = message.serializePayload(serializer, byte[].class);
        SerializedObject<byte[]> metadata = message.serializeMetaData(serializer, byte[].class);
        return checked(new StoredEvent(
                -1,
                ofAggregate == null ? null : ofAggregate.getType(),
                ofAggregate == null ? message.getIdentifier() : ofAggregate.getAggregateIdentifier(),
                ofAggregate == null ? 0 : ofAggregate.getSequenceNumber(),
                message.getIdentifier(),
                message.getTimestamp().toEpochMilli(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                metadata.getData()));
    }

    /** The messages of consecutive stored events, upcast, one list for each stored event; payloads are deserialised when used. */
    List<List<TrackedEventMessage<?>>> decode(List<StoredEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        long first = events.getFirst().position();
        List<List<TrackedEventMessage<?>>> messages = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            messages.add(List.of());
        }
        Stream<IntermediateEventRepresentation> stored =
                events.stream().map(event -> new InitialEventRepresentation(SerializedEvent.of(event), serializer));
        upcasters.upcast(stored).map(this::message).forEachOrdered(message -> {
            int place = Math.toIntExact(message.trackingToken().position().orElseThrow() - first);
            List<TrackedEventMessage<?>> there = messages.get(place);
            messages.set(place, there.isEmpty() ? List.of(message) : with(there, message));
        });
        return messages;
    }

    private TrackedEventMessage<?> message(IntermediateEventRepresentation event) {
        SerializedMessage<?> message = new SerializedMessage<>(event.getMessageIdentifier(),
                new DeserializedOnce<>(event::getData, event.getType(), serializer), event.getMetaData());
        return event.getAggregateIdentifier().isPresent()
                ? new GenericTrackedDomainEventMessage<>(event.getTrackingToken().orElseThrow(),
                        event.getAggregateType().orElse(null), event.getAggregateIdentifier().get(),
                        event.getSequenceNumber().orElseThrow(), message, event::getTimestamp)
                : new GenericTrackedEventMessage<>(event.getTrackingToken().orElseThrow(), message, event::getTimestamp);
    }

    private static List<TrackedEventMessage<?>> with(List<TrackedEventMessage<?>> messages, TrackedEventMessage<?> another) {
        List<TrackedEventMessage<?>> more = new ArrayList<>(messages);
        more.add(another);
        return List.copyOf(more);
    }

    private static StoredEvent checked(StoredEvent event) {
        requireText(event, "aggregate type", event.aggregateType(), 255);
        requireText(event, "aggregate identifier", event.aggregateIdentifier(), 255);
        requireText(event, "event identifier", event.eventIdentifier(), 64);
        requireText(event, "payload type", event.payloadType(), 255);
        requireText(event, "payload revision", event.payloadRevision(), 64);
        return event;
    }

    private static StoredEvent sized(StoredEvent event) {
        if (Arrays.stream(new byte[][] {event.payload(), event.metadata()}).anyMatch(bytes -> bytes.length > LARGEST_VALUE)) {
            throw new EventStoreException("The event " + event + " can't be stored: it takes " + event.size()
                    + " bytes, and its payload and its metadata may take " + LARGEST_VALUE + " each.");
        }
        return event;
    }

    private static void requireText(StoredEvent event, String what, @Nullable String text, int longest) {
        if (text != null && (text.length() > longest || text.indexOf('\0') >= 0)) {
            throw new EventStoreException("The event " + event + " can't be stored: its " + what + " is longer than " + longest
                    + " characters or holds a zero character.");
        }
    }

    /** Many processors are woken for the same event at once; the first deserialises it for all. */
    private static final class DeserializedOnce<T> extends LazyDeserializingObject<T> {

        DeserializedOnce(Supplier<SerializedObject<?>> object, SerializedType type, Serializer serializer) {
            super(object, type, serializer);
        }

        @Override
        public T getObject() {
            if (isDeserialized()) {
                return super.getObject();
            }
            synchronized (this) {
                return super.getObject();
            }
        }
    }
}
