package dev.cleave.platform.processing;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
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
        EventStore eventStore(SharedLog log) {
            return EmbeddedEventStore.builder().storageEngine(log).fetchDelay(20).build();
        }
    }
}
