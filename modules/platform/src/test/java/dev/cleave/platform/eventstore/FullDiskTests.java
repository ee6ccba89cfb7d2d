package dev.cleave.platform.eventstore;

import static dev.cleave.platform.eventstore.OpenStore.anybody;
import static dev.cleave.platform.eventstore.OpenStore.counted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.cleave.platform.datastore.DataStoreProperties;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.test.TestDisk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;

class FullDiskTests {

    @TempDir
    Path folder;

    private final TestDisk disk = TestDisk.named("full");
    private DataStores stores;
    private OpenStore events;

    @BeforeEach
    void open() {
        stores = new DataStores(
                new DataStoreProperties(folder, DataStoreProperties.Durability.PROCESS_END,
                        new DataStoreProperties.Store(disk.url(folder), null, null, null, 5, 16384), Map.of()),
                Placement.of(new StandardEnvironment(), getClass().getClassLoader()));
        events = OpenStore.open(stores);
    }

    @AfterEach
    void close() {
        disk.isWell();
        events.close();
        stores.close();
        disk.close();
    }

    @Test
    void whatIsNotDurableIsSeenByNobodyAndNothingIsLostOrDoubledWhenThereIsRoomAgain() {
        String counter = anybody();
        events.commit(counted(counter, 0));

        disk.fails(TestDisk.Fault.ALMOST_FULL);
        assertThatExceptionOfType(AppendOutcomeUnknown.class).isThrownBy(() -> events.commit(counted(counter, 1)));
        assertThat(events.store.trouble()).hasValueSatisfying(trouble -> assertThat(trouble).contains("No space left"));
        assertThatExceptionOfType(EventStoreUnavailable.class).isThrownBy(() -> events.commit(counted(anybody(), 0)))
                .withMessageContaining("Nothing was stored");
        assertThat(numbers(counter)).as("what a command of the aggregate would see").containsExactly(0L);
        assertThat(events.store.lastSequenceNumberFor(counter)).contains(0L);
        assertThat(events.all()).hasSize(1);

        disk.isWell();
        await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(events.store.trouble()).isEmpty());
        events.commit(counted(counter, 2));
        assertThat(numbers(counter)).containsExactly(0L, 1L, 2L);
        assertThat(events.all()).hasSize(3);
    }

    private List<Long> numbers(String counter) {
        return events.store.readEvents(counter).asStream()
                .map(EventMessage::getPayload)
                .map(payload -> ((OpenStore.Counted) payload).number())
                .toList();
    }
}
