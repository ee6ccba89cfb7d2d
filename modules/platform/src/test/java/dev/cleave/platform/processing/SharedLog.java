package dev.cleave.platform.processing;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An event log that several replicas in this JVM have in common, as they have Axon Server's. */
final class SharedLog extends InMemoryEventStorageEngine {

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> event : events) {
            if (event instanceof DomainEventMessage<?> ofAggregate
                    && lastSequenceNumberFor(ofAggregate.getAggregateIdentifier())
                            .filter(last -> last >= ofAggregate.getSequenceNumber())
                            .isPresent()) {
                throw new ConcurrencyException(ofAggregate.getAggregateIdentifier() + " was changed meanwhile");
            }
        }
        super.appendEvents(events);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregate) {
        return readEvents(aggregate).asStream().reduce((one, next) -> next).map(DomainEventMessage::getSequenceNumber);
    }

    /** What stands in a replica in place of Axon Server's connector. */
    @Configuration(proxyBeanMethods = false)
    static class InReplica {

        @Bean(name = {"eventStore", "eventBus"})
        Watched eventStore(SharedLog log) {
            return new Watched(EmbeddedEventStore.builder().storageEngine(log).fetchDelay(20));
        }
    }

    /** The log as one replica reads it, with a test looking on. */
    static final class Watched extends EmbeddedEventStore {

        /** What happens as a reader looks for the next event. */
        interface Look {
            void at(Stream stream) throws InterruptedException;
        }

        volatile Look onLook = stream -> {};

        private Watched(Builder builder) {
            super(builder);
        }

        @Override
        public TrackingEventStream openStream(@Nullable TrackingToken token) {
            return new Stream(super.openStream(token));
        }

        final class Stream implements TrackingEventStream {

            private final TrackingEventStream delegate;
            private volatile Runnable news = () -> {};

            private Stream(TrackingEventStream delegate) {
                this.delegate = delegate;
            }

            /** Tells the reader that there are events, as the log does when one comes in. */
            void tell() {
                news.run();
            }

            @Override
            public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
                onLook.at(this);
                return delegate.hasNextAvailable(timeout, unit);
            }

            @Override
            public Optional<TrackedEventMessage<?>> peek() {
                return delegate.peek();
            }

            @Override
            public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
                return delegate.nextAvailable();
            }

            @Override
            public boolean setOnAvailableCallback(Runnable callback) {
                news = callback;
                return delegate.setOnAvailableCallback(callback);
            }

            @Override
            public void close() {
                delegate.close();
            }
        }
    }
}
