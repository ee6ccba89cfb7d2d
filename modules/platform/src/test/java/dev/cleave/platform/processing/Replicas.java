package dev.cleave.platform.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.messaging.garage.GarageApplication;
import dev.cleave.platform.messaging.garage.api.CarId;
import dev.cleave.platform.messaging.garage.api.ParkCar;
import dev.cleave.platform.messaging.garage.bay.Bench;
import dev.cleave.platform.messaging.garage.bay.Spots;
import dev.cleave.platform.messaging.garage.bay.Visits;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The replicas of one unit, over one event log and one store on PostgreSQL. */
final class Replicas implements AutoCloseable {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Garage {}

    /** Three views of one part each, and a policy of four. */
    static final int PARTS = 7;

    private static final AtomicInteger STORES = new AtomicInteger();

    private final SharedLog log = new SharedLog();
    private final String database = "garage_" + STORES.incrementAndGet();
    private final List<Replica> started = new ArrayList<>();
    private final EmbeddedPostgres postgres;
    private final Path folder;

    Replicas(EmbeddedPostgres postgres, Path folder) {
        this.postgres = postgres;
        this.folder = folder;
        new JdbcTemplate(postgres.getPostgresDatabase()).execute("CREATE DATABASE " + database);
    }

    Replica start(String name) throws IOException {
        Replica replica = new Replica(GarageApplication.besideOthersIn(folder, Garage.class, SharedLog.InReplica.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("sharedLog", log))
                .run(
                        "--cleave.replica=" + name,
                        "--cleave.messaging.transport=axon-server",
                        "--axon.axonserver.enabled=false",
                        "--management.endpoint.health.group.readiness.include=readinessState",
                        "--spring.autoconfigure.exclude=dev.cleave.platform.wire.WireConfiguration",
                        "--cleave.store.url=" + postgres.getJdbcUrl("postgres", database),
                        "--cleave.store.username=postgres"));
        started.add(replica);
        return replica;
    }

    SharedLog log() {
        return log;
    }

    @Override
    public void close() {
        started.forEach(Replica::stop);
    }

    record Replica(ConfigurableApplicationContext application) {

        Processors processors() {
            return application.getBean(Processors.class);
        }

        SharedLog.Watched log() {
            return application.getBean(SharedLog.Watched.class);
        }

        Bench bench() {
            return application.getBean(Bench.class);
        }

        /** The parts that it works on. */
        Set<Part> parts() {
            Set<Part> parts = new TreeSet<>();
            for (Processor processor : processors().all()) {
                processors().running(processor).processingStatus().keySet()
                        .forEach(segment -> parts.add(new Part(processor.name(), segment)));
            }
            return parts;
        }

        void park(CarId car) {
            application.getBean(Commands.class).send(new ParkCar(car)).orFail();
        }

        boolean isDone(CarId car) {
            return application.getBean(Spots.class).version(car) == 1;
        }

        int visits(CarId car) {
            return application.getBean(Visits.class).count(car);
        }

        long deadLetters() {
            return processors().all().stream().mapToLong(p -> processors().deadLetters(p).amountOfSequences()).sum();
        }

        JdbcTemplate store() {
            return application.getBean(DataStores.class).ofContext("garage").jdbcTemplate();
        }

        /** As a coordinator does now and then while a batch is worked on. */
        void extendClaim(String processor) {
            TokenStore tokens =
                    application.getBean(Configuration.class).eventProcessingConfiguration().tokenStore(processor);
            application.getBean(DataStores.class).ofContext("garage").transactions()
                    .executeWithoutResult(status -> tokens.extendClaim(processor, 0));
        }

        void stop() {
            application.close();
        }

        /** Has it do nothing any more but what its event workers are at, as if its process stood still. */
        CountDownLatch pause() {
            application.getBean(Rebalancing.class).stop();
            CountDownLatch end = new CountDownLatch(1);
            log().onLook = stream -> awaitQuietly(end);
            return end;
        }
    }

    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100));
    }

    static void awaitShared(Replica... sharing) {
        soon().untilAsserted(() -> {
            Set<Part> all = new TreeSet<>();
            int sum = 0;
            for (Replica replica : sharing) {
                assertThat(replica.parts()).hasSizeBetween(PARTS / sharing.length, PARTS / sharing.length + 1);
                all.addAll(replica.parts());
                sum += replica.parts().size();
            }
            assertThat(all).hasSize(PARTS);
            assertThat(sum).isEqualTo(PARTS);
        });
    }

    static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
