package dev.cleave.platform.datastore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.test.BesideOthers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;

@BesideOthers
class FileKeeperTests {

    private static final int ROWS = 1_500;

    @TempDir
    Path folder;

    /** Without upkeep, the file keeps most pages that a commit ever wrote: more than 5 kB for each of these rows. */
    @Test
    void givesBackTheRoomThatCommitsLeaveBehind() throws Exception {
        DataStoreProperties.Store defaults = new DataStoreProperties.Store(null, null, null, null, 5, 16384);
        try (DataStores stores = new DataStores(
                new DataStoreProperties(folder, DataStoreProperties.Durability.POWER_CUT, defaults, Map.of()),
                Placement.of(new StandardEnvironment(), getClass().getClassLoader()))) {
            DataStore store = stores.open("events", "db/eventstore");
            for (int i = 0; i < ROWS; i++) {
                store.jdbc().sql("INSERT INTO stored_event VALUES (?, ?, 0, NULL, ?, 0, 'type', NULL, ?, ?)")
                        .params(i, UUID.randomUUID().toString(), UUID.randomUUID().toString(), new byte[600], new byte[2])
                        .update();
            }
            // H2 shortens its file only at its end, so what counts is how much of it is taken; commits let go of what is not.
            await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
                store.jdbc().sql("UPDATE stored_event SET recorded_at = recorded_at + 1 WHERE position = 1").update();
                assertThat(taken(store)).isLessThan(ROWS * 3_000L);
            });
            assertThat(store.jdbc().sql("SELECT COUNT(*) FROM stored_event").query(Integer.class).single()).isEqualTo(ROWS);
        }
        try (DataStores again = new DataStores(
                new DataStoreProperties(folder, DataStoreProperties.Durability.POWER_CUT, defaults, Map.of()),
                Placement.of(new StandardEnvironment(), getClass().getClassLoader()))) {
            assertThat(again.open("events", "db/eventstore").jdbc().sql("SELECT COUNT(*) FROM stored_event")
                    .query(Integer.class).single()).isEqualTo(ROWS);
        }
    }

    private long taken(DataStore store) throws IOException {
        int filled = store.jdbc()
                .sql("SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'info.FILL_RATE'")
                .query(Integer.class).single();
        return Files.size(folder.resolve("events.mv.db")) * filled / 100;
    }
}
