package dev.cleave.platform.wire;

import dev.cleave.platform.messaging.Freshness;
import dev.cleave.platform.placement.Transport;
import dev.cleave.platform.processing.Processors;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.lifecycle.Phase;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Connects the process to Axon Server. Axon's own configuration brings the connection, the command bus and the event store
 * ({@code axon.axonserver.*}); queries stay in the process.
 */
@AutoConfiguration(beforeName = {
    "org.axonframework.springboot.autoconfig.AxonServerBusAutoConfiguration",
    "org.axonframework.springboot.autoconfig.AxonAutoConfiguration"
})
@ConditionalOnProperty(name = Transport.SETTING, havingValue = Transport.BY_AXON_SERVER)
class WireConfiguration {

    /** Before anything else is made that needs the server. */
    @Bean
    static ServerAwaited serverAwaited(Environment environment) {
        return new ServerAwaited(new Attempt(
                environment.getProperty("axon.axonserver.servers", "localhost"),
                environment.getProperty("axon.axonserver.token"),
                environment.getProperty("axon.axonserver.ssl-enabled", Boolean.class, false),
                environment.getProperty("axon.axonserver.cert-file")));
    }

    @Bean
    QueryBus queryBus() {
        return SimpleQueryBus.builder().build();
    }

    /** A command that can't be sent at the moment is answered so at once, instead of waiting for a connection. */
    @Bean
    ConfigurerModule onlyWhileConnected(AxonServerConnectionManager connections) {
        return configurer -> configurer.onInitialize(axon -> axon.onStart(Phase.INSTRUCTION_COMPONENTS, () -> {
            if (axon.commandBus() instanceof AxonServerCommandBus bus) {
                bus.registerDispatchInterceptor(new OnlyWhileConnected(connections));
            }
        }));
    }

    /** Another replica may have changed what this one holds in its cache. */
    @Bean
    Freshness freshness(ObjectProvider<EventStore> eventStore) {
        return (aggregate, sequence) -> eventStore.getObject().lastSequenceNumberFor(aggregate).orElse(-1L) == sequence;
    }

    @Bean
    ConnectionWatch connectionWatch(AxonServerConnectionManager connections, Processors processors) {
        return new ConnectionWatch(connections, processors);
    }

    /** The embedded event store has a meter of the same name. */
    @Bean
    MeterBinder eventStoreAvailable(AxonServerConnectionManager connections) {
        return meters -> Gauge
                .builder("cleave.eventstore.available", connections, c -> c.isConnected(c.getDefaultContext()) ? 1 : 0)
                .description("Whether events can be stored: 1, or 0").register(meters);
    }

    @Bean
    HealthIndicator axonServerHealthIndicator(AxonServerConnectionManager connections) {
        return () -> connections.isConnected(connections.getDefaultContext())
                ? Health.up().build()
                : Health.down().withDetail("trouble", "Axon Server is not reachable; this unit connects again by itself.")
                        .build();
    }
}
