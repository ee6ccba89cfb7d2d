package dev.cleave.platform.eventstore;

import dev.cleave.platform.datastore.DataStores;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Opens the embedded event store, before Axon's own configuration looks for one. Times of events are as exact as they are stored,
 * from the beginning, so that whoever handles an event at once reads the same time as whoever handles it again.
 */
@AutoConfiguration(beforeName = {
    "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
    "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
    "org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration",
    "org.axonframework.springboot.autoconfig.AxonServerBusAutoConfiguration"
})
@EnableConfigurationProperties(EventStoreProperties.class)
class EventStoreConfiguration {

    private static final int WAITING_SNAPSHOTS = 100;

    EventStoreConfiguration() {
        GenericEventMessage.clock = Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean(name = {"eventStore", "eventBus"})
    GroupCommitEventStore eventStore(
            DataStores stores,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            Serializer snapshotSerializer,
            org.axonframework.config.Configuration axon,
            EventStoreProperties properties,
            ObjectProvider<MeterRegistry> meters) {
        return GroupCommitEventStore.open(stores.open(DataStores.EVENTS, "db/eventstore").dataSource(), eventSerializer, snapshotSerializer,
                axon.upcasterChain(), axon.snapshotFilter(), properties, meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    SnapshotExecutor snapshotExecutor() {
        return new SnapshotExecutor(WAITING_SNAPSHOTS);
    }

    @Bean
    Snapshotter snapshotter(
            EventStore eventStore,
            org.axonframework.config.Configuration axon,
            HandlerDefinition handlerDefinition,
            ParameterResolverFactory parameterResolverFactory,
            SnapshotExecutor executor) {
        return SpringAggregateSnapshotter.builder()
                .eventStore(eventStore)
                .repositoryProvider(axon::repository)
                .handlerDefinition(handlerDefinition)
                .parameterResolverFactory(parameterResolverFactory)
                .transactionManager(NoTransactionManager.INSTANCE)
                .executor(executor)
                .build();
    }

    /** For {@code @Aggregate(snapshotTriggerDefinition = "snapshots")}. */
    @Bean
    SnapshotTriggerDefinition snapshots(Snapshotter snapshotter, EventStoreProperties properties) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, properties.snapshotEvery());
    }

    /** For {@code @Aggregate(cache = "aggregateCache")}. */
    @Bean
    Cache aggregateCache(EventStoreProperties properties) {
        return new CaffeineAggregateCache(properties.aggregateCacheSize());
    }

    @Bean
    HealthIndicator eventStoreHealthIndicator(GroupCommitEventStore eventStore) {
        return () -> eventStore.trouble()
                .map(trouble -> Health.down().withDetail("trouble", trouble))
                .orElseGet(Health::up)
                .withDetail("head", eventStore.head())
                .build();
    }
}
