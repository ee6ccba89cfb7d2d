package dev.cleave.platform.eventstore;

import dev.cleave.platform.placement.BoundedContext;
import dev.cleave.platform.placement.MessageNames;
import dev.cleave.platform.placement.Placement;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** What aggregates need of an event store, whichever it is. */
@AutoConfiguration(beforeName = {
    "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
    "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
    "org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration",
    "org.axonframework.springboot.autoconfig.AxonServerBusAutoConfiguration"
})
@EnableConfigurationProperties(EventStoreProperties.class)
class EventStoreConfiguration {

    private static final int WAITING_SNAPSHOTS = 100;

    /** Of all contexts of the program, wherever they run: whoever reads an event may come upon its earlier forms. */
    @Bean
    ConfigurerModule upcasters(Placement placement, MessageNames names) {
        List<? extends EventUpcaster> upcasters = Stream.concat(Stream.of(new PresentNames(names)), placement.known().stream()
                .flatMap(context -> Stream.of(context.registration().getAnnotation(BoundedContext.class).upcasters()))
                .map(BeanUtils::instantiateClass))
                .toList();
        return configurer -> upcasters.forEach(upcaster -> configurer.registerEventUpcaster(axon -> upcaster));
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
}
