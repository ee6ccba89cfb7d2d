package dev.cleave.platform.messaging;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.cleave.platform.json.Json;
import dev.cleave.platform.placement.MessageNames;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.placement.Transport;
import dev.cleave.platform.telemetry.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/** The serialisers, the command bus and what sends over it. */
@AutoConfiguration(
        beforeName = {
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration"
        })
@EnableConfigurationProperties(MessagingProperties.class)
class MessagingConfiguration {

    @Bean
    MessageNames messageNames(Placement placement, MessagingProperties properties) {
        return new MessageNames(placement.known(), properties.formerNames());
    }

    @Bean
    @Primary
    @Qualifier("eventSerializer") Serializer messageSerializer(MessageNames names, ListableBeanFactory beans) {
        Set<Class<?>> states = new HashSet<>();
        for (String bean : beans.getBeanNamesForAnnotation(Aggregate.class)) {
            states.add(beans.getType(bean, false));
        }
        return new MessageSerializer(names, states, MessagingConfiguration::stateAndValues);
    }

    @Bean
    NamedHandlers namedHandlers(MessageNames names) {
        return new NamedHandlers(names);
    }

    /** Where units of an earlier version may run beside this one, which send commands under former names. */
    @Bean
    @ConditionalOnProperty(name = Transport.SETTING, havingValue = Transport.BY_AXON_SERVER)
    ConfigurerModule handledUnderAllNames(MessageNames names, ObjectProvider<LocalCommandBus> local) {
        return configurer -> configurer.onInitialize(axon -> axon.onStart(
                Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS + 1,
                () -> local.getObject().handlers().forEach((name, handler) -> names.all(name).stream()
                        .filter(other -> !other.equals(name))
                        .forEach(other -> axon.commandBus().subscribe(
                                other, command -> handler.handle(new GenericCommandMessage<>(command, name)))))));
    }

    /** Messages are records; the state of an aggregate, in its snapshot, is in its fields. */
    private static void stateAndValues(JsonMapper.Builder mapper) {
        Json.forMessages(mapper).changeDefaultVisibility(visibility -> visibility
                .withFieldVisibility(JsonAutoDetect.Visibility.ANY)
                .withGetterVisibility(JsonAutoDetect.Visibility.NONE)
                .withIsGetterVisibility(JsonAutoDetect.Visibility.NONE)
                .withSetterVisibility(JsonAutoDetect.Visibility.NONE)
                .withCreatorVisibility(JsonAutoDetect.Visibility.ANY));
    }

    @Bean(defaultCandidate = false)
    Serializer tokenSerializer() {
        return new TokenSerializer();
    }

    /** No database transaction spans a command. */
    @Bean
    TransactionManager commandTransactionManager() {
        return NoTransactionManager.instance();
    }

    /** In place of Axon's, which knows nothing of traces. */
    @Bean
    CorrelationDataProvider origin(Tracing tracing) {
        return new Origin(tracing);
    }

    @Bean
    CommandWatch commandWatch(ObjectProvider<MeterRegistry> meters, Placement placement, Tracing tracing) {
        return new CommandWatch(meters.getIfAvailable(SimpleMeterRegistry::new), placement.known(), tracing);
    }

    /** The bus of this process: all there is in one process, and the local end of Axon Server's in a cut. */
    @Bean(destroyMethod = "shutdown")
    @Qualifier("localSegment") LocalCommandBus commandBus(
            MessagingProperties properties,
            @Qualifier("messageSerializer") Serializer serializer,
            CommandWatch watch,
            Configuration axon) {
        Wire wire = properties.inProcess() == MessagingProperties.InProcess.SERIALISED ? new Wire(serializer) : null;
        LocalCommandBus bus = LocalCommandBus.create(properties, wire, watch, settings -> settings
                .transactionManager(NoTransactionManager.instance())
                .rollbackConfiguration(new NothingChanged())
                .duplicateCommandHandlerResolver((name, registered, candidate) -> {
                    throw new IllegalStateException("Two handlers for " + name + ": " + registered.getTargetType() + " and "
                            + candidate.getTargetType() + "; a command has exactly one.");
                })
                .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus")));
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        bus.registerHandlerInterceptor(new RepeatedCommands(axon::eventStore));
        return bus;
    }

    @Bean
    VersionNote.OfAggregates aggregateVersions() {
        return new VersionNote.OfAggregates();
    }

    @Bean
    NothingChanged.ByAggregates nothingChangedByAggregates(ObjectProvider<Freshness> freshness) {
        return new NothingChanged.ByAggregates(
                (aggregate, sequence) -> freshness.stream().allMatch(check -> check.isLast(aggregate, sequence)));
    }

    @Bean
    LoggedAggregates loggedAggregates(Configuration axon) {
        return aggregate -> axon.eventStore().lastSequenceNumberFor(aggregate.toString()).isPresent();
    }

    @Bean
    ConfigurerModule eventVersions(ObjectProvider<MeterRegistry> meters, Placement placement) {
        return configurer -> configurer.onInitialize(axon -> axon.onStart(
                Phase.INSTRUCTION_COMPONENTS,
                () -> {
                    axon.eventBus().registerDispatchInterceptor(new VersionNote.OfEvents());
                    axon.eventBus().registerDispatchInterceptor(
                            new AppendedEvents(meters.getIfAvailable(SimpleMeterRegistry::new), placement.known()));
                }));
    }

    @Bean
    Commands commands(
            CommandBus bus, MessagingProperties properties, MessageNames names, ObjectProvider<CommandIdentities> identities,
            Tracing tracing) {
        Supplier<CommandIdentities> ofRequests = SingletonSupplier.of(() -> identities.getIfAvailable(() -> Optional::empty));
        return new CommandDispatcher(bus, names::of, properties.commandTimeout(), ofRequests, tracing);
    }
}
