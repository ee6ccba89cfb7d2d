package dev.cleave.platform.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.platform.messaging.Freshness;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class FreshnessTests {

    private final EmbeddedEventStore events =
            EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
    private final Freshness freshness = new WireConfiguration().freshness(provided());

    private ObjectProvider<EventStore> provided() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("eventStore", events);
        return beans.getBeanProvider(EventStore.class);
    }

    @AfterEach
    void stop() {
        events.shutDown();
    }

    @Test
    void anAggregateIsFreshAsLongAsNobodyElseHasAddedAnEvent() {
        assertThat(freshness.isLast("mug", -1)).isTrue();
        stored("mug", 0);
        assertThat(freshness.isLast("mug", -1)).isFalse();
        assertThat(freshness.isLast("mug", 0)).isTrue();
        stored("mug", 1);
        stored("cup", 0);
        assertThat(freshness.isLast("mug", 0)).isFalse();
        assertThat(freshness.isLast("mug", 1)).isTrue();
    }

    private void stored(String aggregate, long sequence) {
        events.publish(new GenericDomainEventMessage<>("Thing", aggregate, sequence, "happened"));
    }
}
