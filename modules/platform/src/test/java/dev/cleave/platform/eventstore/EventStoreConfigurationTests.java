package dev.cleave.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.MessageNames;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

class EventStoreConfigurationTests {

    @TempDir
    Path folder;

    private ConfigurableApplicationContext application;

    @BeforeEach
    void start() {
        application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties("cleave.data-directory=" + folder, "cleave.event-store.snapshot-every=10",
                        "spring.main.banner-mode=off", "axoniq.update-checker.disabled=true")
                .run();
    }

    @AfterEach
    void stop() {
        if (application != null) {
            application.close();
        }
    }

    @Test
    void isTheEventStoreOfAllOfAxon() {
        EventStore store = application.getBean(EventStore.class);
        assertThat(store).isInstanceOf(GroupCommitEventStore.class);
        assertThat(application.getBean(EventBus.class)).isSameAs(store);
        assertThat(application.getBean(Configuration.class).eventStore()).isSameAs(store);
        assertThat(application.getBeansOfType(Snapshotter.class)).hasSize(1);
        assertThat(application.getBean("eventStoreHealthIndicator", HealthIndicator.class).health().getStatus())
                .isEqualTo(Status.UP);
    }

    @Test
    void takesSnapshotsOffTheCommandsPath() throws Exception {
        inUnitOfWork(() -> counters().newInstance(() -> Counter.open("one")));
        for (int i = 0; i < 12; i++) {
            inUnitOfWork(() -> {
                counters().load("one").execute(Counter::count);
                return null;
            });
        }
        EventStore store = application.getBean(EventStore.class);
        await().untilAsserted(() -> assertThat(store.readEvents("one").peek().getPayload()).isInstanceOf(Counter.class));
        application.getBean("aggregateCache", Cache.class).removeAll();
        assertThat(counted("one")).isEqualTo(12);
    }

    @Test
    void forgetsACachedAggregateWhoseUnitOfWorkLostARaceOrRolledBack() throws Exception {
        assertThat(counters()).isInstanceOf(CachingEventSourcingRepository.class);
        inUnitOfWork(() -> counters().newInstance(() -> Counter.open("two")));
        Cache cache = application.getBean("aggregateCache", Cache.class);
        assertThat(cache.containsKey("two")).isTrue();

        application.getBean(EventStore.class).publish(
                new GenericDomainEventMessage<>(Counter.class.getSimpleName(), "two", 1, "faster"));
        assertThatThrownBy(() -> inUnitOfWork(() -> {
            counters().load("two").execute(Counter::count);
            return null;
        })).isInstanceOf(ConcurrencyException.class);
        assertThat(cache.containsKey("two")).isFalse();
        assertThat(counted("two")).isEqualTo(1);

        assertThat(cache.containsKey("two")).isTrue();
        assertThatThrownBy(() -> inUnitOfWork(() -> {
            counters().load("two").execute(Counter::count);
            throw new IllegalStateException("after it counted");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(cache.containsKey("two")).isFalse();
        assertThat(counted("two")).isEqualTo(1);
    }

    private int counted(String id) throws Exception {
        return inUnitOfWork(() -> counters().load(id).<Integer>invoke(counter -> counter.counted));
    }

    private Repository<Counter> counters() {
        return application.getBean(Configuration.class).repository(Counter.class);
    }

    private static <T> T inUnitOfWork(Callable<T> task) throws Exception {
        DefaultUnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("command"));
        T result;
        try {
            result = task.call();
        } catch (Exception e) {
            unitOfWork.rollback(e);
            throw e;
        }
        unitOfWork.commit();
        return result;
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(Counter.class)
    static class Application {

        @Bean
        @Primary
        MessageNames names() {
            return new MessageNames(List.of(new Context("counting", EventStoreConfigurationTests.class)), false);
        }
    }

    @Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshots")
    static class Counter {

        @AggregateIdentifier
        private String id;

        private int counted = -1;

        static Counter open(String id) {
            apply(id);
            return new Counter();
        }

        void count() {
            apply("again");
        }

        @EventSourcingHandler
        void on(String event) {
            id = id == null ? event : id;
            counted++;
        }
    }
}
