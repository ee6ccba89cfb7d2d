package dev.cleave.platform.eventstore;

import static dev.cleave.platform.eventstore.OpenStore.anybody;
import static dev.cleave.platform.eventstore.OpenStore.counted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cleave.platform.eventstore.FaultyDatabase.Fault;
import dev.cleave.platform.test.BesideOthers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

@BesideOthers
class FailuresTests {

    @TempDir
    Path folder;

    private OpenStore open;
    private FaultyDatabase database;

    @BeforeEach
    void openStore() {
        EventStoreProperties settings = new EventStoreProperties(1000, DataSize.ofMegabytes(4), 2, Duration.ofMillis(100),
                Duration.ofSeconds(2), 4096, DataSize.ofMegabytes(8), DataSize.ofMegabytes(8), 50_000, 500, 10_000);
        open = OpenStore.open(OpenStore.h2(folder), settings, NoOpEventUpcaster.INSTANCE,
                pool -> database = new FaultyDatabase(pool));
    }

    @AfterEach
    void closeStore() {
        database.fault = Fault.NONE;
        release();
        open.close();
    }

    @Test
    void goesOnAfterAFullDisk() {
        String counter = anybody();
        open.commit(counted(counter, 0));
        database.fault = Fault.DISK_FULL;
        assertThatThrownBy(() -> open.commit(counted(counter, 1))).isInstanceOf(EventStoreUnavailable.class)
                .hasMessageContaining("nothing was stored").hasMessageContaining("No space left");
        assertThat(open.store.trouble()).isPresent();
        database.fault = Fault.NONE;
        await().untilAsserted(() -> assertThat(open.store.trouble()).isEmpty());
        open.commit(counted(counter, 1));
        assertPositions(2);
    }

    @Test
    void acknowledgesWhatWasStoredThoughTheCommitWasNotConfirmed() {
        String counter = anybody();
        database.fault = Fault.COMMIT_UNCONFIRMED;
        open.commit(counted(counter, 0));
        open.commit(counted(counter, 1));
        assertPositions(2);
    }

    @Test
    void refusesWhatWasNotStoredWhenTheCommitFailed() {
        String counter = anybody();
        database.fault = Fault.COMMIT_LOST;
        assertThatThrownBy(() -> open.commit(counted(counter, 0))).isInstanceOf(EventStoreUnavailable.class);
        open.commit(counted(counter, 0));
        assertPositions(1);
    }

    @Test
    void saysThatItDoesNotKnowWhenItCanNotFindOut() {
        String counter = anybody();
        open.commit(counted(counter, 0));
        database.fault = Fault.COMMIT_UNCONFIRMED;
        database.unreachableAfterwards = true;
        assertThatThrownBy(() -> open.commit(counted(counter, 1))).isInstanceOf(AppendOutcomeUnknown.class);
        assertThatThrownBy(() -> open.commit(counted(counter, 2))).isInstanceOf(EventStoreUnavailable.class);
        database.fault = Fault.NONE;
        await().untilAsserted(() -> assertThat(open.store.trouble()).isEmpty());
        assertPositions(2);
        open.commit(counted(counter, 2));
        assertPositions(3);
    }

    @Test
    void letsOthersPassWhenTheDatabaseDoesNotTakeOneOfABatch() throws Exception {
        hold();
        List<Future<?>> commands = new ArrayList<>();
        commands.add(started(() -> open.commit(counted(anybody(), 0))));
        database.commitReached.await();
        Future<?> bad = started(() -> open.commit(counted(FaultyDatabase.INDIGESTIBLE, 0)));
        commands.add(started(() -> open.commit(counted(anybody(), 0))));
        await().until(() -> queued() == 2);
        release();
        for (Future<?> command : commands) {
            command.get();
        }
        assertThatThrownBy(bad::get).isInstanceOf(ExecutionException.class)
                .cause().isExactlyInstanceOf(EventStoreException.class).hasMessageContaining("SQL state 22001");
        assertPositions(2);
    }

    @Test
    void refusesInsteadOfWaitingForeverForAPlaceInTheQueue() throws Exception {
        hold();
        List<Future<?>> commands = new ArrayList<>();
        commands.add(started(() -> open.commit(counted(anybody(), 0))));
        database.commitReached.await();
        commands.add(started(() -> open.commit(counted(anybody(), 0))));
        commands.add(started(() -> open.commit(counted(anybody(), 0))));
        await().until(() -> queued() == 2);
        assertThatThrownBy(() -> open.commit(counted(anybody(), 0))).isInstanceOf(EventStoreUnavailable.class)
                .hasMessageContaining("overloaded");
        release();
        for (Future<?> command : commands) {
            command.get();
        }
        assertPositions(3);
    }

    @Test
    void tellsAnInterruptedCommandTheTruth() throws Exception {
        hold();
        CompletableFuture<Boolean> interruptedWhileWritten = new CompletableFuture<>();
        Thread written = Thread.ofPlatform().start(() -> {
            open.commit(counted(anybody(), 0));
            interruptedWhileWritten.complete(Thread.currentThread().isInterrupted());
        });
        database.commitReached.await();
        CompletableFuture<Throwable> interruptedInQueue = new CompletableFuture<>();
        Thread waiting = Thread.ofPlatform().start(() -> {
            try {
                open.commit(counted(anybody(), 0));
                interruptedInQueue.complete(new AssertionError("was stored"));
            } catch (RuntimeException e) {
                interruptedInQueue.complete(e);
            }
        });
        await().until(() -> queued() == 1);
        waiting.interrupt();
        assertThat(interruptedInQueue.get()).isInstanceOf(EventStoreUnavailable.class);
        written.interrupt();
        await().until(() -> !written.isInterrupted());
        assertThat(interruptedWhileWritten).isNotDone();
        release();
        assertThat(interruptedWhileWritten.get()).as("stored, and still interrupted").isTrue();
        assertPositions(1);
    }

    @Test
    void givesUpNotKnowingWhenTheDatabaseHangs() throws Exception {
        hold();
        assertThatThrownBy(() -> open.commit(counted(anybody(), 0))).isInstanceOf(AppendOutcomeUnknown.class);
        release();
        await().untilAsserted(() -> assertPositions(1));
    }

    @Test
    void refusesAnEventThatIsTooLargeByItself() {
        assertThatThrownBy(() -> open.commit(counted("x".repeat(300), 0))).isInstanceOf(EventStoreException.class)
                .hasMessageContaining("aggregate identifier");
        assertThatThrownBy(() -> open.commit(counted("x", 0).andMetaData(
                Map.of("large", "x".repeat(EventCodec.LARGEST_VALUE)))))
                .isInstanceOf(EventStoreException.class).hasMessageContaining("bytes");
        open.commit(counted("x", 0));
        assertPositions(1);
    }

    @Test
    void survivesAReaderThatIsInterrupted() throws Exception {
        String counter = anybody();
        for (int n = 0; n < 3000; n++) {
            open.store.publish(counted(counter, n));
        }
        open.close();
        openStore();
        for (int i = 0; i < 3; i++) {
            Thread reader = Thread.ofPlatform().start(() -> {
                Thread.currentThread().interrupt();
                open.store.readEvents(counter).asStream().count();
            });
            reader.join();
        }
        open.commit(counted(counter, 3000));
        assertThat(open.store.readEvents(counter).asStream()).hasSize(3001);
    }

    private void assertPositions(int events) {
        List<TrackedEventMessage<?>> all = open.all();
        assertThat(all).hasSize(events);
        for (int i = 0; i < events; i++) {
            assertThat(EventStoreContract.position(all.get(i))).isEqualTo(i);
        }
        assertThat(open.store.readRaw(0, 10)).extracting(StoredEvent::eventIdentifier)
                .containsExactlyElementsOf(all.stream().<String>map(TrackedEventMessage::getIdentifier).toList());
    }

    private void hold() {
        database.commitReached = new CountDownLatch(1);
        database.holdCommits = new CountDownLatch(1);
    }

    private void release() {
        CountDownLatch hold = database.holdCommits;
        database.holdCommits = null;
        if (hold != null) {
            hold.countDown();
        }
    }

    private double queued() {
        return Objects.requireNonNull(open.meters.get("cleave.eventstore.queue").gauge()).value();
    }

    private static Future<?> started(Runnable command) {
        CompletableFuture<Object> outcome = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> {
            try {
                command.run();
                outcome.complete(true);
            } catch (RuntimeException | Error e) {
                outcome.completeExceptionally(e);
            }
        });
        return outcome;
    }
}
