package dev.cleave.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.messaging.garage.GarageContext;
import dev.cleave.platform.messaging.garage.api.CarId;
import dev.cleave.platform.messaging.garage.api.CarParked;
import dev.cleave.platform.messaging.garage.api.CarWashed;
import dev.cleave.platform.messaging.garage.api.ParkCar;
import dev.cleave.platform.messaging.garage.bay.Bench;
import dev.cleave.platform.messaging.garage.bay.Spots;
import dev.cleave.platform.messaging.garage.bay.Visits;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.awaitility.core.ConditionFactory;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;

/** Replicas of a unit, over one event log and one store on PostgreSQL. */
@ExtendWith(OutputCaptureExtension.class)
class ReplicasTests {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Garage {}

    /** Three views of one part each, and a policy of four. */
    private static final int PARTS = 7;

    private static EmbeddedPostgres postgres;

    private final SharedLog log = new SharedLog();
    private final List<Replica> replicas = new ArrayList<>();
    private Path folder;

    @BeforeAll
    static void openPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void closePostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void clear(@TempDir Path folder) throws IOException {
        this.folder = folder;
        new JdbcTemplate(postgres.getPostgresDatabase()).execute("DROP SCHEMA IF EXISTS garage CASCADE");
        Path imports = folder.resolve("classes/META-INF/spring/dev.cleave.platform.placement.BoundedContext.imports");
        Files.createDirectories(imports.getParent());
        Files.writeString(imports, GarageContext.class.getName());
    }

    @AfterEach
    void stop() {
        replicas.forEach(Replica::stop);
    }

    private Replica start(String name) throws IOException {
        URL classes = folder.resolve("classes").toUri().toURL();
        Replica replica = new Replica(new SpringApplicationBuilder(Garage.class, SharedLog.InReplica.class)
                .resourceLoader(new DefaultResourceLoader(
                        new URLClassLoader(new URL[] {classes}, getClass().getClassLoader())))
                .web(WebApplicationType.NONE)
                .initializers(context -> context.getBeanFactory().registerSingleton("sharedLog", log))
                .run(
                        "--cleave.replica=" + name,
                        "--cleave.data-directory=" + folder.resolve("data"),
                        "--cleave.messaging.transport=axon-server",
                        "--axon.axonserver.enabled=false",
                        "--management.endpoint.health.group.readiness.include=readinessState",
                        "--spring.autoconfigure.exclude=dev.cleave.platform.wire.WireConfiguration",
                        "--cleave.store.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                        "--cleave.store.username=postgres",
                        "--cleave.store.schema={name}"));
        replicas.add(replica);
        return replica;
    }

    private record Replica(ConfigurableApplicationContext application) {

        Processors processors() {
            return application.getBean(Processors.class);
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

        void stop() {
            application.close();
        }

        /** Has it do nothing any more but what its event workers are at, as if its process stood still. */
        CountDownLatch pause() {
            application.getBean(Rebalancing.class).stop();
            CountDownLatch end = new CountDownLatch(1);
            ScheduledExecutorService coordinators = application.getBean("coordinators", ScheduledExecutorService.class);
            for (int thread = 0; thread < 2; thread++) {
                coordinators.execute(() -> awaitQuietly(end));
            }
            return end;
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100));
    }

    private static void awaitShared(Replica... sharing) {
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

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Parks cars until told otherwise. */
    private static final class Traffic implements AutoCloseable {

        private final AtomicBoolean go = new AtomicBoolean(true);
        private final List<CarId> cars = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Void> driving;

        Traffic(Replica replica) {
            driving = CompletableFuture.runAsync(() -> {
                while (go.get()) {
                    CarId car = new CarId("car-" + cars.size());
                    replica.park(car);
                    cars.add(car);
                    await().pollDelay(Duration.ofMillis(5)).until(() -> true);
                }
            });
        }

        @Override
        public void close() {
            go.set(false);
            driving.orTimeout(10, TimeUnit.SECONDS).join();
        }
    }

    @Test
    void whoComesGetsAShareAndWhoLeavesGivesItBackAndNothingIsHandledTwice() throws IOException {
        Replica first = start("first");
        soon().until(() -> first.parts().size() == PARTS);
        Traffic traffic = new Traffic(first);
        try (traffic) {
            Replica second = start("second");
            awaitShared(first, second);
            Replica third = start("third");
            awaitShared(first, second, third);
            third.stop();
            awaitShared(first, second);
            assertThat(first.store().queryForList(
                    "SELECT DISTINCT replica FROM processor_replica ORDER BY 1", String.class))
                    .containsExactly("first", "second");
            second.stop();
            awaitShared(first);
        }
        soon().until(() -> traffic.cars.stream().allMatch(first::isDone));
        assertThat(traffic.cars).hasSizeGreaterThan(100).allMatch(car -> first.visits(car) == 1);
        assertThat(first.deadLetters()).isZero();
    }

    @Test
    void aProcessorThatRestsInOneReplicaIsWorkedOnByTheOther() throws IOException {
        Replica first = start("first");
        Replica second = start("second");
        awaitShared(first, second);
        Processor washing = first.processors().named("garage.washing");
        first.processors().running(washing).shutDown();
        soon().until(() -> second.processors().running(washing).processingStatus().size() == 4);
        first.processors().running(washing).start();
        awaitShared(first, second);
    }

    @Test
    void whoWasNotSeenForLongCountsNoMoreAndIsForgotten() throws IOException {
        Replica first = start("first");
        JdbcTemplate store = first.store();
        for (Processor processor : first.processors().all()) {
            for (String ghost : List.of("late", "gone")) {
                store.update("""
                        INSERT INTO processor_replica (processor_name, replica, came_at, seen_at)
                        VALUES (?, ?, CURRENT_TIMESTAMP - INTERVAL '1' HOUR, CURRENT_TIMESTAMP - CAST(? AS INTERVAL))
                        """, processor.name(), ghost, ghost.equals("late") ? "7 s" : "61 s");
            }
        }
        soon().until(() -> store.queryForList("SELECT DISTINCT replica FROM processor_replica ORDER BY 1", String.class)
                .equals(List.of("first", "late")));
        awaitShared(first);
    }

    @Test
    void whileTheTableCannotBeReadEachGoesOnWithWhatItHas(CapturedOutput output) throws IOException {
        Replica first = start("first");
        Replica second = start("second");
        awaitShared(first, second);
        Set<Part> ofFirst = first.parts();
        Set<Part> ofSecond = second.parts();
        first.store().execute("ALTER TABLE processor_replica RENAME TO away");
        // Longer than a replica may be out of sight.
        await().atMost(Duration.ofSeconds(20)).until(() -> first.store().queryForObject(
                "SELECT MAX(seen_at) < CURRENT_TIMESTAMP - INTERVAL '9' SECOND FROM away", Boolean.class));
        assertThat(first.parts()).isEqualTo(ofFirst);
        assertThat(second.parts()).isEqualTo(ofSecond);
        first.store().execute("ALTER TABLE away RENAME TO processor_replica");
        soon().until(() -> output.getOut().split("can be told again", -1).length == 3);
        assertThat(output.getOut().split("can't be told at present", -1)).hasSize(3);
        CarId car = new CarId("after");
        first.park(car);
        soon().until(() -> first.isDone(car));
        awaitShared(first, second);
        assertThat(first.parts()).isEqualTo(ofFirst);
    }

    @Test
    void aPausedOwnerCommitsNoViewWorkWhileAnotherHasThePart() throws IOException {
        resume("garage.visits", false, (bench, hold) -> bench.onVisit = hold);
    }

    @Test
    void aPausedOwnerCommitsNoViewWorkAlsoWhenWhoeverHadThePartMeanwhileIsGone() throws IOException {
        resume("garage.visits", true, (bench, hold) -> bench.onVisit = hold);
    }

    @Test
    void aPausedOwnersCommandsHaveNoSecondEffect() throws IOException {
        resume("garage.washing", true, (bench, hold) -> bench.onTell = hold);
    }

    private interface Holding {
        void at(Bench bench, Consumer<CarId> hold);
    }

    /** One is paused in the middle of a batch, another takes over and does the work, and then the first goes on. */
    private void resume(String processor, boolean gone, Holding holding) throws IOException {
        CarId held = new CarId("held");
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch wentOn = new CountDownLatch(1);
        Replica paused = start("paused");
        soon().until(() -> paused.parts().size() == PARTS);
        AtomicBoolean once = new AtomicBoolean();
        holding.at(paused.bench(), car -> {
            if (car.equals(held) && once.compareAndSet(false, true)) {
                began.countDown();
                awaitQuietly(goOn);
                wentOn.countDown();
            }
        });
        paused.park(held);
        awaitQuietly(began);
        CountDownLatch coordination = paused.pause();
        paused.store().update("UPDATE token_entry SET timestamp = '2020-01-01T00:00:00Z' WHERE owner = 'paused'");

        Replica other = start("other");
        soon().until(() -> other.isDone(held) && other.visits(held) == 1);
        if (gone) {
            other.stop();
            assertThat(paused.store().queryForList(
                    "SELECT owner FROM token_entry WHERE processor_name = ?", String.class, processor)).containsNull();
        }

        goOn.countDown();
        awaitQuietly(wentOn);
        CarId next = new CarId("next");
        if (!gone) {
            other.park(next);
            soon().until(() -> other.isDone(next) && other.visits(next) == 1);
        }
        coordination.countDown();
        paused.application().getBean(Rebalancing.class).start();
        CarId last = new CarId("last");
        paused.park(last);
        soon().until(() -> paused.isDone(last) && paused.visits(last) == 1);

        assertThat(paused.visits(held)).isOne();
        assertThat(log.readEvents(held.toString()).asStream().map(EventMessage::getPayloadType).toList())
                .isEqualTo(List.of(CarParked.class, CarWashed.class));
        assertThat(paused.deadLetters()).isZero();
    }
}
