package dev.cleave.bootstrap.proof.onejvm;

import dev.cleave.bootstrap.proof.shop.History;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The one event log of a system of several units: what was appended, in one order, as bytes. Each unit sees it by its own store. */
final class InMemoryLog {

    private final List<DomainEventData<byte[]>> events = new ArrayList<>();
    private final Map<String, List<DomainEventData<byte[]>>> byAggregate = new HashMap<>();
    private final Map<String, DomainEventData<byte[]>> snapshots = new HashMap<>();
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();

    /** @param serializer the unit's own */
    Store store(Serializer serializer) {
        EngineBuilder engine = new EngineBuilder();
        engine.eventSerializer(serializer).snapshotSerializer(serializer);
        StoreBuilder store = new StoreBuilder();
        store.storageEngine(new Engine(engine));
        return new Store(store);
    }

    /** All events, read without any of the system's own code. */
    synchronized History history() {
        return new History(IntStream.range(0, events.size())
                .mapToObj(position -> {
                    DomainEventData<byte[]> event = events.get(position);
                    return History.Event.stored(
                            position, event.getAggregateIdentifier(), event.getSequenceNumber(),
                            event.getPayload().getType().getName(),
                            event.getPayload().getData(), event.getEventIdentifier());
                })
                .toList());
    }

    synchronized long head() {
        return events.size() - 1;
    }

    private void append(List<DomainEventData<byte[]>> more) {
        synchronized (this) {
            Map<String, Long> next = new HashMap<>();
            for (DomainEventData<byte[]> event : more) {
                String aggregate = event.getAggregateIdentifier();
                long expected = next.computeIfAbsent(aggregate, id -> (long) byAggregate.getOrDefault(id, List.of()).size());
                if (event.getSequenceNumber() != expected) {
                    String lost = aggregate + " has " + expected + " events already, so there can be no other "
                            + event.getSequenceNumber();
                    throw event.getSequenceNumber() == 0
                            ? new AggregateStreamCreationException(lost)
                            : new ConcurrencyException(lost);
                }
                next.put(aggregate, expected + 1);
            }
            for (DomainEventData<byte[]> event : more) {
                events.add(event);
                byAggregate.computeIfAbsent(event.getAggregateIdentifier(), id -> new ArrayList<>()).add(event);
            }
            notifyAll();
        }
        listeners.forEach(Runnable::run);
    }

    private synchronized @Nullable DomainEventData<byte[]> at(long position) {
        return position < events.size() ? events.get((int) position) : null;
    }

    private synchronized boolean await(long position, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis; position >= events.size() && left > 0;
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
            wait(left);
        }
        return position < events.size();
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElseThrow();
    }

    private static @Nullable TrackingToken token(long position) {
        return position < 0 ? null : new GlobalSequenceTrackingToken(position);
    }

    private static DomainEventData<byte[]> written(EventMessage<?> event, Serializer serializer) {
        DomainEventMessage<?> ofAggregate = (DomainEventMessage<?>) event;
        var payload = event.serializePayload(serializer, byte[].class);
        return new GenericDomainEventEntry<>(
                ofAggregate.getType(),
                ofAggregate.getAggregateIdentifier(),
                ofAggregate.getSequenceNumber(),
                event.getIdentifier(),
                event.getTimestamp(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                event.serializeMetaData(serializer, byte[].class).getData());
    }

    private static final class EngineBuilder extends AbstractEventStorageEngine.Builder {}

    private static final class StoreBuilder extends AbstractEventStore.Builder {}

    private final class Engine extends AbstractEventStorageEngine {

        Engine(EngineBuilder builder) {
            super(builder);
        }

        @Override
        protected void appendEvents(List<? extends EventMessage<?>> messages, Serializer serializer) {
            List<DomainEventData<byte[]>> more = new ArrayList<>();
            messages.forEach(message -> more.add(written(message, serializer)));
            append(more);
        }

        @Override
        protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
            synchronized (InMemoryLog.this) {
                snapshots.put(snapshot.getAggregateIdentifier(), written(snapshot, serializer));
            }
        }

        @Override
        protected Stream<? extends DomainEventData<?>> readEventData(String aggregate, long first) {
            synchronized (InMemoryLog.this) {
                List<DomainEventData<byte[]>> all = byAggregate.getOrDefault(aggregate, List.of());
                return List.copyOf(all.subList((int) Math.min(first, all.size()), all.size())).stream();
            }
        }

        @Override
        protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken from, boolean mayBlock) {
            DomainEventData<byte[]> next = at(position(from) + 1);
            return next == null
                    ? Stream.empty()
                    : Stream.of(new TrackedDomainEventData<>(token(position(from) + 1), next));
        }

        @Override
        protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregate) {
            synchronized (InMemoryLog.this) {
                return Stream.ofNullable(snapshots.get(aggregate));
            }
        }

        @Override
        public Optional<Long> lastSequenceNumberFor(String aggregate) {
            synchronized (InMemoryLog.this) {
                return Optional.ofNullable(byAggregate.get(aggregate)).map(all -> all.size() - 1L);
            }
        }

        @Override
        public @Nullable TrackingToken createTailToken() {
            return null;
        }

        @Override
        public @Nullable TrackingToken createHeadToken() {
            return token(head());
        }

        @Override
        public @Nullable TrackingToken createTokenAt(java.time.Instant instant) {
            synchronized (InMemoryLog.this) {
                return token(events.stream().takeWhile(event -> event.getTimestamp().isBefore(instant)).count() - 1);
            }
        }
    }

    /** The log as one unit sees it. */
    final class Store extends AbstractEventStore {

        private Store(StoreBuilder builder) {
            super(builder);
        }

        @Override
        public TrackingEventStream openStream(@Nullable TrackingToken after) {
            return new Reading(after);
        }

        private final class Reading implements TrackingEventStream {

            private @Nullable TrackingToken last;
            private @Nullable TrackedEventMessage<?> next;
            private @Nullable Runnable listener;

            Reading(@Nullable TrackingToken after) {
                this.last = after;
            }

            @Override
            public Optional<TrackedEventMessage<?>> peek() {
                if (next == null) {
                    next = storageEngine().readEvents(last, false).findFirst().orElse(null);
                }
                return Optional.ofNullable(next);
            }

            @Override
            public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
                return next != null || await(position(last) + 1, unit.toMillis(timeout)) && peek().isPresent();
            }

            @Override
            public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
                while (!hasNextAvailable(1, TimeUnit.MINUTES)) {
                    Thread.onSpinWait();
                }
                TrackedEventMessage<?> event = peek().orElseThrow();
                last = event.trackingToken();
                next = null;
                return event;
            }

            @Override
            public boolean setOnAvailableCallback(Runnable callback) {
                close();
                listener = callback;
                listeners.add(callback);
                if (peek().isPresent()) {
                    callback.run();
                }
                return true;
            }

            @Override
            public void close() {
                if (listener != null) {
                    listeners.remove(listener);
                }
            }
        }
    }
}
