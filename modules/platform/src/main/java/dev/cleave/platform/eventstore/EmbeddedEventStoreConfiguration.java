package dev.cleave.platform.eventstore;

import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Transport;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Opens the embedded event store where there is one unit only, before Axon's own configuration looks for one. */
@AutoConfiguration(
        after = EventStoreConfiguration.class,
        beforeName = {
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration"
        })
@ConditionalOnProperty(name = Transport.SETTING, havingValue = Transport.NONE, matchIfMissing = true)
class EmbeddedEventStoreConfiguration {

    @Bean(name = {"eventStore", "eventBus"})
    GroupCommitEventStore eventStore(
            DataStores stores,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            Serializer snapshotSerializer,
            org.axonframework.config.Configuration axon,
            EventStoreProperties properties,
            ObjectProvider<MeterRegistry> meters) {
        DataStore store = stores.open(DataStores.EVENTS, "db/eventstore");
        return GroupCommitEventStore.open(store.dataSource(), eventSerializer, snapshotSerializer,
                axon.upcasterChain(), axon.snapshotFilter(), properties, store::trouble,
                meters.getIfAvailable(SimpleMeterRegistry::new));
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
