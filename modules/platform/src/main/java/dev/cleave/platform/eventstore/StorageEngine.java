package dev.cleave.platform.eventstore;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/** The tables as Axon wants to see them. */
final class StorageEngine extends AbstractEventStorageEngine {

    private static final int PAGE = 256;

    /** How far the order of events and the order of their times may disagree. */
    private static final Duration DISORDER = Duration.ofMinutes(1);

    private final String handedIn = this + "/HANDED_IN";
    private final EventTable events;
    private final SnapshotTable snapshots;
    private final History history;
    private final Appender appender;

    private StorageEngine(Builder builder, EventTable events, SnapshotTable snapshots, History history, Appender appender) {
        super(builder);
        this.events = events;
        this.snapshots = snapshots;
        this.history = history;
        this.appender = appender;
    }

    static Builder builder(
            Serializer eventSerializer, Serializer snapshotSerializer, EventUpcaster upcasters, SnapshotFilter snapshotFilter) {
        Builder builder = new Builder();
        builder.eventSerializer(eventSerializer)
                .snapshotSerializer(snapshotSerializer)
                .upcasterChain(upcasters)
                .snapshotFilter(snapshotFilter);
        return builder;
    }

    /** In a unit of work, its root hands in all its events once, when it commits; without one, they are stored at once. */
    @Override
    protected void appendEvents(List<? extends EventMessage<?>> messages, Serializer serializer) {
        if (!CurrentUnitOfWork.isStarted()) {
            store(messages, serializer);
            return;
        }
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        List<EventMessage<?>> all = root.getOrComputeResource(handedIn, key -> {
            List<EventMessage<?>> gathered = new ArrayList<>();
            root.onCommit(unitOfWork -> store(gathered, serializer));
            return gathered;
        });
        all.addAll(messages);
    }

    private void store(List<? extends EventMessage<?>> messages, Serializer serializer) {
        if (!messages.isEmpty()) {
            appender.append(
                    new Submission(messages, messages.stream().map(event -> EventCodec.encode(event, serializer)).toList()));
        }
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.store(EventCodec.encodeSnapshot(snapshot, serializer));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String identifier, long firstSequenceNumber) {
        return StreamSupport.stream(new EventsOfAggregate(identifier, firstSequenceNumber), false);
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken trackingToken, boolean mayBlock) {
        long last = position(trackingToken);
        return Stream.iterate(events.read(last + 1, PAGE), page -> !page.isEmpty(),
                page -> events.read(page.getLast().position() + 1, PAGE))
                .flatMap(List::stream)
                .map(SerializedEvent::of);
    }

    /** The snapshot is deserialised at once, so that one that can't be read is passed over. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        Optional<DomainEventMessage<?>> snapshot = super.readSnapshot(aggregateIdentifier);
        snapshot.ifPresent(DomainEventMessage::getPayload);
        return snapshot;
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return snapshots.read(aggregateIdentifier).map(SerializedEvent::ofAggregate).stream();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return events.lastSequenceNumber(aggregateIdentifier, history.head());
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return token(history.head());
    }

    /** The token of the last event before the first that happened at {@code instant} or later. */
    @Override
    public @Nullable TrackingToken createTokenAt(Instant instant) {
        long head = history.head();
        long low = 0;
        long high = head + 1;
        long surelyBefore = instant.minus(DISORDER).toEpochMilli();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (events.read(middle, 1).getFirst().recordedAt() < surelyBefore) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        long first = events.firstAtOrAfter(instant.toEpochMilli(), low);
        return token(first < 0 ? head : first - 1);
    }

    /** The position of the last event that the token covers; -1 for none. */
    static long position(@Nullable TrackingToken token) {
        if (token == null) {
            return -1;
        }
        if (token instanceof GlobalSequenceTrackingToken global) {
            return global.getGlobalIndex();
        }
        throw new IllegalArgumentException("The event store reads from a " + GlobalSequenceTrackingToken.class.getSimpleName()
                + ", not from " + token + ".");
    }

    private static @Nullable TrackingToken token(long position) {
        return position < 0 ? null : new GlobalSequenceTrackingToken(position);
    }

    static final class Builder extends AbstractEventStorageEngine.Builder {

        StorageEngine build(EventTable events, SnapshotTable snapshots, History history, Appender appender) {
            return new StorageEngine(this, events, snapshots, history, appender);
        }
    }

    private final class EventsOfAggregate extends Spliterators.AbstractSpliterator<DomainEventData<?>> {

        private final String identifier;
        private long next;
        private List<StoredEvent> page = List.of();
        private int index;
        private boolean last;

        EventsOfAggregate(String identifier, long first) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
            this.identifier = identifier;
            this.next = first;
        }

        @Override
        public boolean tryAdvance(Consumer<? super DomainEventData<?>> action) {
            if (index == page.size() && !last) {
                page = events.read(identifier, next, history.head(), PAGE);
                index = 0;
                last = page.size() < PAGE;
            }
            if (index == page.size()) {
                return false;
            }
            StoredEvent event = Objects.requireNonNull(page.get(index++));
            next = event.sequenceNumber() + 1;
            action.accept(SerializedEvent.ofAggregate(event));
            return true;
        }
    }
}
