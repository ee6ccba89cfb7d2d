package dev.cleave.platform.processing;

import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.messaging.CommandBatch;
import dev.cleave.platform.messaging.MessagingProperties;
import dev.cleave.platform.messaging.SequencingByProcess;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.placement.Transport;
import dev.cleave.platform.telemetry.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.UnableToRetrieveIdentifierException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Runs every view, policy and gateway as a pooled processor of its own context: with its progress and its dead letters in that
 * context's store, and failing loudly.
 */
@AutoConfiguration(afterName = "dev.cleave.platform.messaging.MessagingConfiguration")
class ProcessorsConfiguration {

    private static final TokenSchema TOKENS = TokenSchema.builder()
            .setTokenTable("token_entry")
            .setProcessorNameColumn("processor_name")
            .setTokenTypeColumn("token_type")
            .build();

    private static final DeadLetterSchema DEAD_LETTERS = DeadLetterSchema.builder()
            .deadLetterTable("dead_letter_entry")
            .deadLetterIdentifierColumn("dead_letter_id")
            .processingGroupColumn("processing_group")
            .sequenceIdentifierColumn("sequence_identifier")
            .sequenceIndexColumn("sequence_index")
            .messageTypeColumn("message_type")
            .eventIdentifierColumn("event_identifier")
            .timestampColumn("time_stamp")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("metadata")
            .aggregateTypeColumn("aggregate_type")
            .aggregateIdentifierColumn("aggregate_identifier")
            .sequenceNumberColumn("sequence_number")
            .tokenTypeColumn("token_type")
            .tokenColumn("token")
            .enqueuedAtColumn("enqueued_at")
            .lastTouchedColumn("last_touched")
            .processingStartedColumn("processing_started")
            .causeTypeColumn("cause_type")
            .causeMessageColumn("cause_message")
            .diagnosticsColumn("diagnostics")
            .build();

    @Bean
    Processors processors(
            ListableBeanFactory beans, Placement placement, ObjectProvider<Configuration> axon, Environment environment) {
        return new Processors(Processor.all(beans, placement), axon, Processors.replica(environment));
    }

    @Bean
    Shares shares(Processors processors) {
        return new Shares(processors.replica());
    }

    /** Where there can be several replicas. */
    @Bean
    @ConditionalOnProperty(name = Transport.SETTING, havingValue = Transport.BY_AXON_SERVER)
    Rebalancing rebalancing(Processors processors, Placement placement, DataStores stores, Shares shares) {
        return new Rebalancing(processors, placement, stores, shares);
    }

    @Bean
    Progress progress(
            Processors processors, DataStores stores, EventStore events, @Qualifier("tokenSerializer") Serializer tokens) {
        return new Progress(processors, stores, events, tokens);
    }

    @Bean
    FailedAttemptsByProcessor failedAttempts(Processors processors) {
        return new FailedAttemptsByProcessor(processors);
    }

    @Bean
    CarefulRetries carefulRetries(FailedAttemptsByProcessor attempts, Placement placement, DataStores stores) {
        return new CarefulRetries(attempts, placement, stores);
    }

    @Bean
    Coordinators coordinators() {
        return new Coordinators();
    }

    @Bean(destroyMethod = "shutdown", defaultCandidate = false)
    ScheduledExecutorService eventWorkers(Processors processors) {
        int parts = processors.all().stream().mapToInt(p -> p.kind().segments()).sum();
        return Executors.newScheduledThreadPool(
                Math.max(1, parts), Thread.ofPlatform().name("events-", 0).factory());
    }

    @Bean
    LagWatch lags(Processors processors, Progress progress, EventStore events, ObjectProvider<MeterRegistry> meters) {
        return new LagWatch(
                processors,
                progress,
                events,
                System::nanoTime,
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    ProcessorsHealth processorsHealthIndicator(Lags lags) {
        return new ProcessorsHealth(lags);
    }

    @Bean
    ConfigurerModule processorsModule(
            Processors processors,
            Placement placement,
            DataStores stores,
            Shares shares,
            FailedAttemptsByProcessor attempts,
            Coordinators coordinators,
            @Qualifier("eventWorkers") ScheduledExecutorService workers,
            @Qualifier("tokenSerializer") Serializer tokenSerializer,
            @Qualifier("messageSerializer") Serializer messageSerializer,
            MessagingProperties messaging,
            ObjectProvider<ViewCommits> viewCommits,
            ObjectProvider<MeterRegistry> meters,
            Tracing tracing) {
        return configurer -> {
            MeterRegistry registry = meters.getIfAvailable(SimpleMeterRegistry::new);
            new ExecutorServiceMetrics(workers, "events", "", List.of()).bindTo(registry);
            EventProcessingConfigurer events = configurer.eventProcessing();
            events.usingPooledStreamingEventProcessors();
            events.registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance());
            events.registerDefaultErrorHandler(c -> PropagatingErrorHandler.instance());
            events.registerDefaultSequencingPolicy(c -> new SequencingByProcess());
            events.byDefaultAssignHandlerInstancesTo(handler -> Processor.of(handler.getClass(), placement)
                    .map(Processor::name)
                    .orElseThrow(() -> new IllegalStateException(handler.getClass().getName()
                            + " handles events but says not what for: mark it as a @View, @Policy or @Gateway.")));
            placement.held().forEach(context -> SharedTokens.voidClaimsOfTheDead(stores.of(context)));
            for (Processor processor : processors.all()) {
                DataStore store = stores.of(processor.context());
                TransactionManager transactions = whenWritable(stores, new SpringTransactionManager(
                        processor.kind() == Processor.Kind.VIEW ? store.viewTransactionManager() : store.transactionManager()));
                ConnectionProvider connections = new UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(store.dataSource()));
                String name = processor.name();
                events.registerTransactionManager(name, c -> transactions);
                events.registerTokenStore(name, c -> named(new SharedTokens(
                        JdbcTokenStore.builder()
                                .connectionProvider(connections)
                                .serializer(tokenSerializer)
                                .schema(TOKENS)
                                .nodeId(processors.replica()),
                        shares.of(processor.context()),
                        store,
                        processors.replica())));
                events.registerDeadLetterQueue(name, c -> JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                        .processingGroup(name)
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .schema(DEAD_LETTERS)
                        .genericSerializer(tokenSerializer)
                        .eventSerializer(messageSerializer)
                        .maxSequences(100_000)
                        .maxSequenceSize(100_000)
                        .build());
                events.registerDeadLetterPolicy(name, c -> attempts.of(name));
                events.registerDeadLetteringEventHandlerInvokerConfiguration(name, (c, invoker) -> invoker
                        .allowReset(processor.kind().replayable())
                        .enableSequenceIdentifierCache()
                        .sequenceIdentifierCacheSize(10_000));
                events.registerPooledStreamingEventProcessorConfiguration(name, (c, settings) -> settings
                        .initialSegmentCount(processor.kind().segments())
                        .initialToken(source -> initialToken(processor, source))
                        .batchSize(processor.kind().batchSize())
                        .claimExtensionThreshold(3_000)
                        .tokenClaimInterval(2_000)
                        .enableCoordinatorClaimExtension()
                        .coordinatorExecutor(coordinators::of)
                        .workerExecutor(workers));
                events.registerHandlerInterceptor(name, c -> new EventWatch(processor, registry));
                if (processor.kind() == Processor.Kind.VIEW) {
                    events.registerHandlerInterceptor(
                            name,
                            c -> new CommitNotice(
                                    processor.context().name(), viewCommits.getIfAvailable(() -> (context, aggregates) -> {})));
                } else {
                    events.registerHandlerInterceptor(
                            name, c -> new CommandBatch.Answered(attempts.of(name), messaging.commandTimeout()));
                }
                if (tracing.on()) {
                    events.registerHandlerInterceptor(name, c -> new EventWatch.Traced(processor, tracing));
                }
            }
        };
    }

    /**
     * While a disk takes nothing, processors wait for it, and go on the moment it does. If they failed instead, Axon would have them
     * try again for nothing, and pause for up to a minute between two attempts.
     */
    private static TransactionManager whenWritable(DataStores stores, TransactionManager transactions) {
        return () -> {
            stores.awaitWritable();
            return transactions.startTransaction();
        };
    }

    /** Replicas that start together on an empty store race to name it; the one that loses reads what the other wrote. */
    private static JdbcTokenStore named(JdbcTokenStore tokens) {
        try {
            tokens.retrieveStorageIdentifier();
        } catch (UnableToRetrieveIdentifierException lost) {
            tokens.retrieveStorageIdentifier();
        }
        return tokens;
    }

    /**
     * A view starts at the beginning. A policy or gateway does so too in an empty store, whose history is its own; one that comes
     * new to a living store must not act on the past.
     */
    private static TrackingToken initialToken(Processor processor, StreamableMessageSource<TrackedEventMessage<?>> source) {
        return processor.kind().replayable() || source.createHeadToken() == null
                ? source.createTailToken()
                : source.createHeadToken();
    }

    /** Says after each batch that a view has committed. */
    private record CommitNotice(String context, ViewCommits listener)
            implements MessageHandlerInterceptor<EventMessage<?>> {

        @Override
        public Object handle(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
            Set<String> aggregates = unitOfWork.getOrComputeResource(CommitNotice.class.getName(), key -> {
                Set<String> touched = new HashSet<>();
                unitOfWork.afterCommit(done -> listener.committed(context, touched));
                return touched;
            });
            if (unitOfWork.getMessage() instanceof DomainEventMessage<?> event) {
                aggregates.add(event.getAggregateIdentifier());
            }
            return chain.proceed();
        }
    }
}
