package dev.cleave.platform.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.platform.datastore.DataStoreProperties;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Placement;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** When a wait runs out that an event opens, while the store's time reads noon and the clock something else. */
class StoredWaitsTests {

    private static final Instant NOON = Instant.parse("2026-10-25T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final TrackingToken LIVE = new GlobalSequenceTrackingToken(5);
    private static final TrackingToken REPLAY =
            ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(10), new GlobalSequenceTrackingToken(4));

    private DataStores stores;
    private StoredWaits waits;

    @BeforeEach
    void open(@TempDir Path folder) {
        stores = new DataStores(
                new DataStoreProperties(folder, DataStoreProperties.Durability.PROCESS_END,
                        new DataStoreProperties.Store(null, null, null, null, 4, 1_024), Map.of()),
                Placement.of(new MockEnvironment(), StoredWaitsTests.class.getClassLoader()));
        waits = waitsWhileTheClockSays(NOON);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private StoredWaits waitsWhileTheClockSays(Instant clock) {
        return new StoredWaits(
                stores.open("shop", "db/platform"), Clock.fixed(NOON, ZoneOffset.UTC), Clock.fixed(clock, ZoneOffset.UTC));
    }

    private void openBy(TrackingToken token, Instant stored, Duration length) {
        TrackedEventMessage<?> event = new GenericTrackedDomainEventMessage<>(
                token, "Order", "o", 0, new GenericDomainEventMessage<>("Order", "o", 0, "placed"), () -> stored);
        DefaultUnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(event);
        waits.open("answer", "o", stored.plus(length));
        unitOfWork.rollback();
    }

    private void runsOutAt(Instant time) {
        assertThat(waits.due(time.minusMillis(1), 1)).as("before %s", time).isEmpty();
        assertThat(waits.due(time, 1)).as("at %s", time).hasSize(1);
    }

    @Test
    void aWaitHasItsLengthWhateverTheClockOfWhoeverStoredTheEventSays() {
        for (Duration off : new Duration[] {Duration.ZERO, HOUR, HOUR.negated(), Duration.ofDays(3)}) {
            openBy(LIVE, NOON.plus(off), Duration.ofMinutes(2));
            runsOutAt(NOON.plus(Duration.ofMinutes(2)));
        }
    }

    @Test
    void aWaitHasItsLengthThoughTheClockWasSet() {
        for (Duration off : new Duration[] {HOUR, HOUR.negated()}) {
            waits = waitsWhileTheClockSays(NOON.plus(off));
            openBy(LIVE, NOON.plus(off), Duration.ofMinutes(2));
            runsOutAt(NOON.plus(Duration.ofMinutes(2)));
        }
    }

    @Test
    void aWaitIsShorterByItsAgeAfterAReplayButLeftAMinute() {
        openBy(REPLAY, NOON.minus(Duration.ofMinutes(10)), HOUR);
        runsOutAt(NOON.plus(Duration.ofMinutes(50)));

        openBy(REPLAY, NOON.minus(Duration.ofDays(10)), HOUR);
        runsOutAt(NOON.plus(Duration.ofMinutes(1)));

        openBy(REPLAY, NOON.minus(Duration.ofDays(10)), Duration.ofSeconds(15));
        runsOutAt(NOON.plusSeconds(15));
    }

    @Test
    void whatTheSystemWasDownIsTakenFromWaitsOfDaysButLeavesThemADay() {
        openBy(LIVE, NOON, Duration.ofDays(14));
        waits.moved(Duration.ofHours(16), NOON);
        runsOutAt(NOON.plus(Duration.ofDays(14).minusHours(16)));
        waits.moved(Duration.ofDays(30), NOON);
        runsOutAt(NOON.plus(Duration.ofDays(1)));

        openBy(LIVE, NOON, Duration.ofMinutes(2));
        waits.moved(Duration.ofDays(30), NOON);
        runsOutAt(NOON.plus(Duration.ofMinutes(2)));
    }

    @Test
    void whatAClockThatWasAheadTookIsGivenBack() {
        openBy(LIVE, NOON, Duration.ofDays(14));
        waits.moved(HOUR, NOON);
        waits.moved(HOUR.negated(), NOON);
        runsOutAt(NOON.plus(Duration.ofDays(14)));
    }
}
