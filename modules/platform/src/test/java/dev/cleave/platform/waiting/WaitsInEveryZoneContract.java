package dev.cleave.platform.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.datastore.DataStoreProperties;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Placement;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Map;
import java.util.TimeZone;
import org.h2.util.DateTimeUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** A wait of 15 s is one of 15 s in the hour that comes twice, before and after the one that is left out, and in any zone. */
@Isolated
abstract class WaitsInEveryZoneContract {

    private final TimeZone usual = TimeZone.getDefault();
    private DataStores stores;

    @TempDir
    private Path folder;

    abstract DataStoreProperties.Store where(String zone) throws Exception;

    @AfterEach
    void close() {
        stores.close();
        liveIn(usual);
    }

    private static void liveIn(TimeZone zone) {
        TimeZone.setDefault(zone);
        DateTimeUtils.resetCalendar();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe"})
    void aWaitEndsWhenItsTimeHasPassed(String zone) throws Exception {
        liveIn(TimeZone.getTimeZone(zone));
        stores = new DataStores(
                new DataStoreProperties(folder, DataStoreProperties.Durability.PROCESS_END, where(zone), Map.of()),
                Placement.of(new MockEnvironment(), WaitsInEveryZoneContract.class.getClassLoader()));
        DataStore store = stores.open("shop", "db/platform");
        ZoneOffsetTransition next = ZoneId.of(zone).getRules().nextTransition(Instant.parse("2026-06-01T00:00:00Z"));
        ZoneOffsetTransition after = ZoneId.of(zone).getRules().nextTransition(next.getInstant());
        for (ZoneOffsetTransition change : new ZoneOffsetTransition[] {next, after}) {
            for (int minutes = -150; minutes <= 150; minutes += 10) {
                endsAfterFifteenSeconds(store, change.getInstant().plus(Duration.ofMinutes(minutes)));
            }
        }
    }

    private static void endsAfterFifteenSeconds(DataStore store, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        StoredWaits waits = new StoredWaits(store, clock, clock);
        Instant due = now.plusSeconds(15);

        waits.open("answer", "order", due);

        assertThat(waits.due(due.minusSeconds(1), 1)).as("too early, at %s", now).isEmpty();
        assertThat(waits.due(due, 1)).as("in time, at %s", now).hasSize(1);
        assertThat(store.jdbcTemplate().queryForObject("SELECT due_at FROM open_wait", OffsetDateTime.class).toInstant())
                .isEqualTo(due);
        waits.askAgain(waits.due(due, 1).getFirst(), due);
        assertThat(waits.due(due, 1)).isEmpty();
        assertThat(waits.due(due.plusSeconds(1), 1)).hasSize(1);
        waits.moved(Duration.ofDays(30), due);
        assertThat(waits.due(due, 1)).isEmpty();
        waits.close("answer", "order");
    }
}
