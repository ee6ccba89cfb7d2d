package dev.cleave.platform.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.datastore.DataStores;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** An event store opened for a test. */
final class OpenStore implements AutoCloseable {

    private final @Nullable HikariDataSource pool;
    final GroupCommitEventStore store;
    final MeterRegistry meters;

    private OpenStore(@Nullable HikariDataSource pool, GroupCommitEventStore store, MeterRegistry meters) {
        this.pool = pool;
        this.store = store;
        this.meters = meters;
    }

    static String h2(Path folder) {
        return "jdbc:h2:retry:" + folder.resolve("events") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=16384";
    }

    static OpenStore open(String url) {
        return open(url, settings(), NoOpEventUpcaster.INSTANCE, UnaryOperator.identity());
    }

    static OpenStore open(
            String url, EventStoreProperties settings, EventUpcaster upcasters, UnaryOperator<DataSource> between) {
        HikariDataSource pool = pool(url);
        try {
            migrate(pool, url);
            MeterRegistry meters = new SimpleMeterRegistry();
            return new OpenStore(pool, GroupCommitEventStore.open(between.apply(pool), serializer(), serializer(), upcasters,
                    SnapshotFilter.allowAll(), settings, Optional::empty, meters), meters);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** Opens the store where the platform opens it. */
    static OpenStore open(DataStores stores) {
        MeterRegistry meters = new SimpleMeterRegistry();
        DataStore store = stores.open("events", "db/eventstore");
        return new OpenStore(null, GroupCommitEventStore.open(store.dataSource(), serializer(), serializer(),
                NoOpEventUpcaster.INSTANCE, SnapshotFilter.allowAll(), settings(), store::trouble, meters), meters);
    }

    static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(url.startsWith("jdbc:h2") ? "cleave" : "postgres");
        config.setPassword(url.startsWith("jdbc:h2") ? "" : "postgres");
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(2_000);
        if (url.startsWith("jdbc:postgresql")) {
            config.addDataSourceProperty("logServerErrorDetail", "false");
        }
        return new HikariDataSource(config);
    }

    static void migrate(DataSource dataSource, String url) {
        Flyway.configure().dataSource(dataSource).locations("classpath:db/eventstore").table("schema_history")
                .placeholders(url.startsWith("jdbc:h2")
                        ? Map.of("binary", "VARBINARY", "large_binary", "BLOB")
                        : Map.of("binary", "BYTEA", "large_binary", "BYTEA"))
                .load().migrate();
    }

    static Serializer serializer() {
        return Jackson3Serializer.builder().build();
    }

    static EventStoreProperties settings() {
        return new EventStoreProperties(1000, DataSize.ofMegabytes(4), 1000, Duration.ofSeconds(2),
                Duration.ofSeconds(30), 4096, DataSize.ofMegabytes(8), DataSize.ofMegabytes(8), 50_000, 500, 10_000);
    }

    /** Publishes the events in a unit of work of their own, as a command does. */
    void commit(EventMessage<?>... events) {
        DefaultUnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("command"));
        store.publish(events);
        unitOfWork.commit();
    }

    static DomainEventMessage<Counted> counted(String aggregate, long number) {
        return new GenericDomainEventMessage<>("Counter", aggregate, number, new Counted(aggregate, number));
    }

    static String anybody() {
        return UUID.randomUUID().toString();
    }

    /** The messages of all events up to the head. */
    List<TrackedEventMessage<?>> all() {
        List<TrackedEventMessage<?>> all = new ArrayList<>();
        try (var stream = store.openStream(null)) {
            while (stream.hasNextAvailable()) {
                all.add(stream.nextAvailable());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return all;
    }

    @Override
    public void close() {
        store.close();
        if (pool != null) {
            pool.close();
        }
    }

    /** An event to test with. */
    record Counted(String counter, long number) {}
}
