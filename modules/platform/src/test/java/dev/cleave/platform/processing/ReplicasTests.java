package dev.cleave.platform.processing;

import static dev.cleave.platform.processing.Replicas.PARTS;
import static dev.cleave.platform.processing.Replicas.awaitQuietly;
import static dev.cleave.platform.processing.Replicas.awaitShared;
import static dev.cleave.platform.processing.Replicas.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.cleave.platform.messaging.garage.api.CarId;
import dev.cleave.platform.messaging.garage.api.CarParked;
import dev.cleave.platform.messaging.garage.api.CarWashed;
import dev.cleave.platform.messaging.garage.bay.Bench;
import dev.cleave.platform.processing.Replicas.Replica;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.JdbcTemplate;

/** Replicas of a unit. Their tests wait for one another's turns most of the time, and run side by side. */
@Execution(ExecutionMode.CONCURRENT)
class ReplicasTests {

    private static EmbeddedPostgres postgres;

    private Replicas replicas;

    @BeforeAll
    static void openPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
    }

    @AfterAll
    static void closePostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        replicas = new Replicas(postgres, folder);
    }

    @AfterEach
    void close() {
        replicas.close();
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
            }, Thread.ofPlatform()::start);
        }

        @Override
        public void close() {
            go.set(false);
            driving.orTimeout(10, TimeUnit.SECONDS).join();
        }
    }

    @Test
    void whoComesGetsAShareAndWhoLeavesGivesItBackAndNothingIsHandledTwice() throws IOException {
        Replica first = replicas.start("first");
        soon().until(() -> first.parts().size() == PARTS);
        Traffic traffic = new Traffic(first);
        try (traffic) {
            Replica second = replicas.start("second");
            awaitShared(first, second);
            Replica third = replicas.start("third");
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
        Replica first = replicas.start("first");
        Replica second = replicas.start("second");
        awaitShared(first, second);
        Processor washing = first.processors().named("garage.washing");
        first.processors().running(washing).shutDown();
        soon().until(() -> second.processors().running(washing).processingStatus().size() == 4);
        first.processors().running(washing).start();
        awaitShared(first, second);
    }

    @Test
    void whoWasNotSeenForLongCountsNoMoreAndIsForgotten() throws IOException {
        Replica first = replicas.start("first");
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

    @Test
    void aClaimThatIsOldOrFromTheFutureByTheDatabasesClockIsVoidWhateverThisProcesssClockSays() throws IOException {
        Replica first = replicas.start("first");
        soon().until(() -> first.parts().size() == PARTS);
        first.stop();
        Replica other = replicas.start("other");
        soon().until(() -> other.parts().size() == PARTS);
        JdbcTemplate store = other.store();
        for (String time : List.of("2020-01-01T00:00:00Z", "2126-01-01T00:00:00Z")) {
            Processor washing = other.processors().named("garage.washing");
            other.processors().running(washing).shutDown();
            store.update("UPDATE token_entry SET owner = 'dead', timestamp = ? WHERE processor_name = ?", time, washing.name());
            assertThat(other.application().getBean(Progress.class).unowned(washing).parts()).isEqualTo(4);
            other.processors().running(washing).start();
            soon().until(() -> other.processors().running(washing).processingStatus().size() == 4);
        }
        List<String> ages = store.queryForList("SELECT timestamp FROM token_entry WHERE owner = 'other'", String.class);
        assertThat(ages)
                .allSatisfy(age -> assertThat(Duration.between(java.time.Instant.parse(age), java.time.Instant.now()).abs())
                        .isLessThan(Duration.ofMinutes(1)));
    }

    /** Streams keep the next event in plain fields. Where two threads look, one's event is overtaken, and passed over in silence. */
    @Test
    void aProcessorReadsTheLogInOneThreadAtATime() throws IOException {
        Replica replica = replicas.start("only");
        soon().until(() -> replica.parts().size() == PARTS);
        AtomicReference<SharedLog.Watched.Stream> watched = new AtomicReference<>();
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger looks = new AtomicInteger();
        CountDownLatch met = new CountDownLatch(1);
        replica.log().onLook = stream -> {
            if (watched.compareAndSet(null, stream) || watched.get() == stream) {
                stream.tell();
                if (inside.incrementAndGet() > 1) {
                    met.countDown();
                }
                met.await(20, TimeUnit.MILLISECONDS);
                inside.decrementAndGet();
                looks.incrementAndGet();
            }
        };
        soon().until(() -> looks.get() >= 50);
        assertThat(met.getCount()).as("still to meet in a stream").isOne();
        replica.log().onLook = stream -> {};
        CarId car = new CarId("after");
        replica.park(car);
        soon().until(() -> replica.isDone(car) && replica.visits(car) == 1);
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
        Replica paused = replicas.start("paused");
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

        Replica other = replicas.start("other");
        soon().until(() -> other.isDone(held) && other.visits(held) == 1);
        if (gone) {
            other.stop();
            assertThatExceptionOfType(UnableToClaimTokenException.class).isThrownBy(() -> paused.extendClaim(processor));
            assertThat(paused.store().queryForList(
                    "SELECT owner FROM token_entry WHERE processor_name = ?", String.class, processor)).containsOnlyNulls();
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
        assertThat(replicas.log().readEvents(held.toString()).asStream().map(EventMessage::getPayloadType).toList())
                .isEqualTo(List.of(CarParked.class, CarWashed.class));
        assertThat(paused.deadLetters()).isZero();
    }
}
