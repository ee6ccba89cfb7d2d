package dev.cleave.platform.eventstore;

import static dev.cleave.platform.eventstore.OpenStore.anybody;
import static dev.cleave.platform.eventstore.OpenStore.counted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.platform.eventstore.OpenStore.Counted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds on every database. */
abstract class EventStoreContract {

    OpenStore open;

    /** The URL of an empty database, the same one throughout a test. */
    abstract String url() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        open = OpenStore.open(url());
    }

    @AfterEach
    void closeStore() {
        open.close();
    }

    @Test
    void givesOutPositionsWithoutGapsToConcurrentCommitters() throws Exception {
        int committers = 16;
        int commits = 40;
        together(IntStream.range(0, committers).<Callable<Object>>mapToObj(i -> () -> {
            String counter = anybody();
            for (int n = 0; n < commits; n++) {
                open.commit(counted(counter, 2 * n), counted(counter, 2 * n + 1));
            }
            return counter;
        }).toList()).forEach(EventStoreContract::get);

        int expected = committers * commits * 2;
        assertThat(open.store.head()).isEqualTo(expected - 1);
        assertThat(open.store.readRaw(0, expected + 10)).extracting(StoredEvent::position)
                .containsExactlyElementsOf(LongStream.range(0, expected).boxed().toList());
        assertThat(open.all()).extracting(EventStoreContract::position)
                .containsExactlyElementsOf(LongStream.range(0, expected).boxed().toList());
    }

    @Test
    void letsOnlyTheLoserOfARaceFail() throws Exception {
        String contended = anybody();
        open.commit(counted(contended, 0));
        for (boolean creation : new boolean[] {false, true}) {
            String aggregate = creation ? anybody() : contended;
            long number = creation ? 0 : 1;
            List<String> others = IntStream.range(0, 8).mapToObj(i -> anybody()).toList();
            List<Callable<Object>> commands = new ArrayList<>();
            for (String other : others) {
                commands.add(() -> {
                    open.commit(counted(other, 0));
                    return "other";
                });
                commands.add(() -> {
                    open.commit(counted(aggregate, number));
                    return "winner";
                });
            }
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> outcome : together(commands)) {
                try {
                    outcomes.add(outcome.get());
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isExactlyInstanceOf(ConcurrencyException.class);
                    outcomes.add("loser");
                }
            }
            assertThat(outcomes).filteredOn("other"::equals).hasSize(8);
            assertThat(outcomes).filteredOn("winner"::equals).hasSize(1);
            assertThat(outcomes).filteredOn("loser"::equals).hasSize(7);
            assertThat(open.store.lastSequenceNumberFor(aggregate)).contains(number);
        }
    }

    @Test
    void refusesEventsThatLeaveAGapInAnAggregatesHistory() {
        String counter = anybody();
        open.commit(counted(counter, 0));
        assertThatThrownBy(() -> open.commit(counted(counter, 2))).isInstanceOf(ConcurrencyException.class);
        assertThat(open.store.head()).isZero();
    }

    @Test
    void findsConflictsWithWhatWasStoredBeforeItOpened() throws Exception {
        String counter = anybody();
        open.commit(counted(counter, 0), counted(counter, 1));
        open.close();
        open = OpenStore.open(url());
        assertThatThrownBy(() -> open.commit(counted(counter, 1))).isInstanceOf(ConcurrencyException.class);
        open.commit(counted(counter, 2));
        assertThat(open.store.head()).isEqualTo(2);
    }

    @Test
    void showsNoReaderAnEventBeforeItsPredecessor() throws Exception {
        int commits = 600;
        AtomicBoolean writing = new AtomicBoolean(true);
        List<Callable<Object>> all = new ArrayList<>();
        for (int w = 0; w < 4; w++) {
            all.add(() -> {
                String counter = anybody();
                for (int n = 0; n < commits; n++) {
                    open.commit(counted(counter, n));
                }
                return null;
            });
        }
        for (int r = 0; r < 4; r++) {
            long from = r * 100L;
            all.add(() -> {
                long next = from;
                try (var stream = open.store.openStream(from == 0 ? null : new GlobalSequenceTrackingToken(from - 1))) {
                    while (next < 4L * commits) {
                        TrackedEventMessage<?> event = stream.nextAvailable();
                        assertThat(position(event)).isEqualTo(next++);
                        assertThat(event.getPayload()).isInstanceOf(Counted.class);
                    }
                }
                return writing.get();
            });
        }
        together(all).forEach(EventStoreContract::get);
    }

    @Test
    void handsInTheEventsOfNestedUnitsOfWorkOnce() {
        String outer = anybody();
        String inner = anybody();
        String undone = anybody();
        DefaultUnitOfWork<?> root = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("command"));
        open.store.publish(counted(outer, 0));
        DefaultUnitOfWork<?> nested = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("command"));
        open.store.publish(counted(inner, 0));
        nested.commit();
        DefaultUnitOfWork<?> rolledBack = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("command"));
        open.store.publish(counted(undone, 0));
        rolledBack.rollback();
        assertThat(open.store.head()).isEqualTo(-1);
        root.commit();
        assertThat(open.store.readRaw(0, 10)).extracting(StoredEvent::aggregateIdentifier)
                .containsExactlyInAnyOrder(outer, inner);
    }

    @Test
    void storesAtOnceOutsideAUnitOfWork() {
        String counter = anybody();
        open.store.publish(counted(counter, 0));
        open.store.publish(GenericEventMessage.asEventMessage(new Counted("nobody", 7)));
        assertThat(open.store.head()).isEqualTo(1);
        assertThat(open.all().getFirst()).isInstanceOf(DomainEventMessage.class);
        assertThat(open.all().getLast()).isNotInstanceOf(DomainEventMessage.class);
        assertThat(open.all().getLast().getPayload()).isEqualTo(new Counted("nobody", 7));
    }

    @Test
    void keepsNothingOfAUnitOfWorkThatRolledBack() {
        String counter = anybody();
        DefaultUnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("command"));
        open.store.publish(counted(counter, 0));
        assertThat(open.store.readEvents(counter).hasNext()).as("its own events are visible to it").isTrue();
        unitOfWork.rollback();
        assertThat(open.store.readEvents(counter).hasNext()).isFalse();
        open.commit(counted(counter, 0));
        assertThat(open.store.head()).isZero();
    }

    @Test
    void readsTheHistoryOfAnAggregateFromItsSnapshotOn() {
        String counter = anybody();
        for (int n = 0; n < 600; n += 100) {
            open.commit(LongStream.range(n, n + 100).mapToObj(i -> counted(counter, i)).toArray(DomainEventMessage[]::new));
        }
        assertThat(open.store.readEvents(counter).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactlyElementsOf(LongStream.range(0, 600).boxed().toList());
        open.store.storeSnapshot(new GenericDomainEventMessage<>("Counter", counter, 400, new Counted("snapshot", 400)));
        open.store.storeSnapshot(new GenericDomainEventMessage<>("Counter", counter, 500, new Counted("snapshot", 500)));
        open.store.storeSnapshot(new GenericDomainEventMessage<>("Counter", counter, 450, new Counted("too late", 450)));
        List<? extends DomainEventMessage<?>> events = open.store.readEvents(counter).asStream().toList();
        assertThat(events).hasSize(100);
        assertThat(events.getFirst().getPayload()).isEqualTo(new Counted("snapshot", 500));
        assertThat(events.getLast().getSequenceNumber()).isEqualTo(599);
    }

    @Test
    void keepsASnapshotHoweverLargeItIs() {
        String counter = anybody();
        open.commit(counted(counter, 0), counted(counter, 1));
        for (int megabytes : new int[] {1, 12, 3}) {
            String state = "x".repeat(megabytes * 1_048_576 + 1);
            long upTo = megabytes == 3 ? 2 : megabytes == 12 ? 1 : 0;
            open.store.storeSnapshot(new GenericDomainEventMessage<>("Counter", counter, upTo, new Counted(state, upTo)));
            assertThat(open.store.readEvents(counter).asStream().findFirst().orElseThrow().getPayload())
                    .isEqualTo(new Counted(state, upTo));
        }
    }

    @Test
    void readsTheSameMessagesAgain() throws Exception {
        String counter = anybody();
        for (int n = 0; n < 700; n++) {
            open.store.publish(counted(counter, n).andMetaData(Map.of("by", "test " + n)));
        }
        List<TrackedEventMessage<?>> first = open.all();
        open.close();
        open = OpenStore.open(url());
        List<TrackedEventMessage<?>> again = open.all();
        assertThat(again).hasSize(700);
        for (int i = 0; i < 700; i++) {
            assertThat(again.get(i).getIdentifier()).isEqualTo(first.get(i).getIdentifier());
            assertThat(again.get(i).getTimestamp()).isEqualTo(first.get(i).getTimestamp());
            assertThat(again.get(i).getPayload()).isEqualTo(first.get(i).getPayload());
            assertThat(again.get(i).getMetaData()).isEqualTo(first.get(i).getMetaData());
            assertThat(again.get(i).trackingToken()).isEqualTo(first.get(i).trackingToken());
        }
    }

    @Test
    void wakesReadersPromptly() throws Exception {
        LinkedBlockingQueue<Long> woken = new LinkedBlockingQueue<>();
        try (var stream = open.store.openStream(open.store.createHeadToken())) {
            assertThat(stream.setOnAvailableCallback(() -> woken.add(System.nanoTime()))).isTrue();
            assertThat(stream.hasNextAvailable()).isFalse();
            open.commit(counted(anybody(), 0));
            assertThat(woken.poll(5, TimeUnit.SECONDS)).isNotNull();
            assertThat(stream.hasNextAvailable()).isTrue();
            assertThat(stream.peek()).contains(stream.nextAvailable());
            assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
        }
        open.commit(counted(anybody(), 0));
        woken.clear();
        open.commit(counted(anybody(), 0));
        assertThat(woken).as("a closed stream is left alone").isEmpty();
    }

    @Test
    void makesTokensAsAxonServerDoes() {
        assertThat(open.store.createHeadToken()).isNull();
        assertThat(open.store.createTailToken()).isNull();
        assertThat(open.store.createTokenAt(Instant.now())).isNull();
        Instant begin = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < 20; i++) {
            Instant at = begin.plusSeconds(600L * i);
            open.store.publish(new GenericDomainEventMessage<>("Counter", anybody(), 0,
                    new GenericMessage<>(new Counted("at", i)), () -> at));
        }
        assertThat(open.store.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(19));
        assertThat(open.store.createTailToken()).isNull();
        assertThat(open.store.createTokenAt(begin)).isNull();
        assertThat(open.store.createTokenAt(begin.plusSeconds(1))).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(open.store.createTokenAt(begin.plusSeconds(600 * 7))).isEqualTo(new GlobalSequenceTrackingToken(6));
        assertThat(open.store.createTokenAt(begin.plusSeconds(600 * 50))).isEqualTo(new GlobalSequenceTrackingToken(19));
    }

    static long position(TrackedEventMessage<?> event) {
        return Objects.requireNonNull(event.trackingToken()).position().orElseThrow();
    }

    static <T> T get(Future<T> future) {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Runs all at once and waits for them. */
    static List<Future<Object>> together(List<Callable<Object>> tasks) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(tasks.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
            return threads.invokeAll(tasks.stream().<Callable<Object>>map(task -> () -> {
                ready.countDown();
                ready.await();
                return task.call();
            }).toList());
        }
    }
}
