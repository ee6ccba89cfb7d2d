package dev.cleave.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.datastore.DataStoreProperties;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Placement;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class StoreTimeTests {

    private static final Instant NOON = Instant.parse("2026-10-25T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Machine machine = new Machine(NOON);
    private final List<Duration> jumps = new ArrayList<>();
    private DataStores stores;
    private DataStore store;
    private StoreTime time;

    @BeforeEach
    void open(@TempDir Path folder) {
        stores = new DataStores(
                new DataStoreProperties(folder, DataStoreProperties.Durability.PROCESS_END,
                        new DataStoreProperties.Store(null, null, null, null, 4, 1_024), Map.of()),
                Placement.of(new MockEnvironment(), StoreTimeTests.class.getClassLoader()));
        store = stores.open("shop", "db/platform");
        start();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private void start() {
        time = new StoreTime(store, machine, machine::nanoTime);
        time.listen((jump, now) -> jumps.add(jump));
        time.keep();
    }

    @Test
    void beginsAsTheClockAndGoesByElapsedTime() {
        assertThat(time.instant()).isEqualTo(NOON);
        machine.pass(Duration.ofSeconds(15));
        assertThat(time.instant()).isEqualTo(NOON.plusSeconds(15));
    }

    @Test
    void doesNotMindThatTheClockIsSetByAnHourOrByDaysEitherWay() {
        for (Duration set : List.of(HOUR, HOUR.negated(), Duration.ofDays(10), Duration.ofDays(-20))) {
            Instant before = time.instant();
            machine.set(set);
            machine.pass(Duration.ofSeconds(1));
            time.keep();
            assertThat(time.instant()).isEqualTo(before.plusSeconds(1));
        }
        assertThat(jumps).containsExactly(HOUR, HOUR.negated(), Duration.ofDays(10), Duration.ofDays(-20));
    }

    @Test
    void goesOnWhereItWasAfterARestartWhateverTheClockSaysThen() {
        machine.set(Duration.ofHours(2));
        machine.pass(Duration.ofMinutes(5));
        time.keep();
        machine.pass(Duration.ofSeconds(1));
        Instant givenOut = time.instant();

        machine.set(Duration.ofHours(-2));
        start();

        assertThat(time.instant()).isAfter(givenOut).isBefore(givenOut.plusSeconds(10));
        machine.pass(Duration.ofMinutes(1));
        assertThat(Duration.between(givenOut, time.instant())).isBetween(Duration.ofMinutes(1), Duration.ofSeconds(70));
    }

    @Test
    void standsStillWhileNobodyHasTheStoreOpen() {
        machine.pass(Duration.ofHours(8));
        StoreTime before = time;
        before.keep();
        Instant last = before.instant();
        machine.set(Duration.ofHours(16));
        start();
        assertThat(Duration.between(last, time.instant())).isLessThan(Duration.ofSeconds(10));
        assertThat(jumps.getLast()).isBetween(Duration.ofHours(16).minusSeconds(10), Duration.ofHours(16));
    }

    @Test
    void replicasThatShareAStoreAgree() {
        Machine slow = new Machine(NOON.minus(Duration.ofHours(3)));
        StoreTime other = new StoreTime(store, slow, slow::nanoTime);
        machine.pass(Duration.ofSeconds(30));
        slow.pass(Duration.ofSeconds(30));
        time.keep();
        other.keep();
        time.keep();
        assertThat(Duration.between(time.instant(), other.instant()).abs()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whatTheClockDidIsReportedForADayAndSmallChangesAreNot() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ClockWatch watch = new ClockWatch(machine::nanoTime, meters);
        watch.seen(Duration.ofSeconds(20));
        watch.seenAtStart(HOUR);
        assertThat(meters.get("cleave.clock.moved").timeGauge().value()).isZero();

        watch.seen(Duration.ofDays(-3));
        assertThat(watch.health().getDetails().get("moved").toString()).contains("back by 3 d");
        assertThat(meters.get("cleave.clock.moved").timeGauge().value()).isPositive();

        machine.pass(Duration.ofHours(25));
        assertThat(watch.health().getDetails()).isEmpty();
        watch.seenAtStart(HOUR.negated());
        assertThat(watch.health().getDetails().get("moved").toString()).contains("1 h 0 min behind");
    }
}
