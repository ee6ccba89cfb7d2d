package dev.cleave.platform.datastore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.test.TestDisk;
import dev.cleave.platform.test.TestDisk.Fault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.env.StandardEnvironment;

class DiskTroubleTests {

    @TempDir
    Path folder;

    private final TestDisk disk = TestDisk.named("trouble");
    private final List<String> ends = new CopyOnWriteArrayList<>();
    private DataStores stores;

    @BeforeEach
    void open() {
        stores = stores(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        disk.isWell();
        stores.close();
        disk.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aStoreWhoseDiskTakesNothingRefusesNewWorkAndGoesOnByItself(Fault fault) throws Exception {
        DataStore store = table(stores);
        insert(store, 1);

        disk.fails(fault);
        Thread inFlight = Thread.ofPlatform().start(() -> assertThatExceptionOfType(StoreNotWritable.class)
                .isThrownBy(() -> insert(store, 2))
                .satisfies(e -> assertThat(e.isOutcomeUnknown()).isTrue()));
        await().atMost(Duration.ofSeconds(2)).until(() -> store.trouble().isPresent());
        assertThat(store.trouble().orElseThrow()).contains("'shop'").contains("data-directory");
        assertThatExceptionOfType(StoreNotWritable.class).isThrownBy(() -> insert(store, 3))
                .satisfies(e -> assertThat(e.isOutcomeUnknown()).isFalse());
        assertThatExceptionOfType(StoreNotWritable.class)
                .isThrownBy(() -> store.transactions().executeWithoutResult(now -> insert(store, 4)));
        assertThat(inFlight.join(Duration.ofSeconds(5))).isTrue();
        assertThat(rows(store)).as("what is durable and what is on its way").containsExactly(1, 2);

        disk.isWell();
        await().atMost(Duration.ofSeconds(1)).until(() -> store.trouble().isEmpty());
        insert(store, 5);
        assertThat(rowsAfterAKill()).containsExactly(1, 2, 5);
        assertThat(ends).isEmpty();
    }

    @Test
    void whatWasOnItsWayWhenTheProcessWasKilledOnAFullDiskIsWholeOrNotThere() throws Exception {
        DataStore store = table(stores);
        insert(store, 1);
        disk.fails(Fault.ALMOST_FULL);
        assertThatExceptionOfType(StoreNotWritable.class).isThrownBy(() -> insert(store, 2));
        assertThat(rowsAfterAKill()).startsWith(1).doesNotContain(3);
    }

    @Test
    void aStoreThatNobodyUsesForAWhileStaysAsDurableAsItWas() throws Exception {
        DataStore store = table(stores);
        HikariDataSource pool = store.dataSource().unwrap(HikariDataSource.class);
        pool.getHikariPoolMXBean().softEvictConnections();
        await().until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
        insert(store, 1);
        assertThat(rowsAfterAKill()).containsExactly(1);
    }

    @Test
    void theProcessEndsWhenTheDiskDidNotKeepWhatItHadTaken() {
        DataStore store = table(stores);
        disk.forcingFails();
        insert(store, 1);
        await().atMost(Duration.ofSeconds(5)).until(() -> !ends.isEmpty());
        assertThat(ends.getFirst()).contains("did not keep").contains("'shop'");
    }

    @Test
    void theProcessEndsWhenH2GivesTheStoreUpAndNothingIsAcknowledgedAnyMore() {
        DataStore store = table(stores);
        disk.writesHit(new OutOfMemoryError("a test"));
        assertThatExceptionOfType(StoreNotWritable.class).isThrownBy(() -> insert(store, 1));
        await().atMost(Duration.ofSeconds(5)).until(() -> !ends.isEmpty());
        assertThat(ends.getFirst()).contains("gave up").contains("'shop'");
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> insert(store, 2));
    }

    @Test
    void aStoreThatIsGivenUpWhileTheProcessStopsDoesNotCutTheStopShort() {
        DataStore store = table(stores);
        disk.fails(Fault.FULL);
        assertThatExceptionOfType(StoreNotWritable.class).isThrownBy(() -> insert(store, 1));
        stores.stopWaiting();
        await().untilAsserted(() -> assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> insert(store, 2))
                .matches(e -> store.fileSize().orElse(0) == 0, "H2 has closed the file"));
        assertThat(ends).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "READ_ONLY"})
    void aStartOnADiskThatTakesNothingIsRefusedWithTheReason(Fault fault) {
        table(stores).close();
        disk.fails(fault);
        try (DataStores again = stores(folder.resolve("data"))) {
            assertThatExceptionOfType(DataStores.StoreNotAvailable.class).isThrownBy(() -> again.open("shop", "db/platform"))
                    .withMessageContaining(fault == Fault.FULL ? "No space left on device. Make room" : "can't be written to");
        }
    }

    @Test
    void aProcessThatIsToEndDoesNotWaitForRoom() {
        DataStore store = table(stores);
        disk.fails(Fault.FULL);
        assertThatExceptionOfType(StoreNotWritable.class).isThrownBy(() -> insert(store, 1));
        long began = System.nanoTime();
        stores.stopWaiting();
        stores.close();
        assertThat(ends).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }

    private DataStores stores(Path data) {
        return new DataStores(
                new DataStoreProperties(data, DataStoreProperties.Durability.PROCESS_END,
                        new DataStoreProperties.Store(disk.url(data), null, null, null, 5, 16384), Map.of()),
                Placement.of(new StandardEnvironment(), getClass().getClassLoader()), new SimpleMeterRegistry(), ends::add);
    }

    private static DataStore table(DataStores stores) {
        DataStore store = stores.open("shop", "db/platform");
        store.jdbc().sql("CREATE TABLE item (number INT PRIMARY KEY)").update();
        return store;
    }

    private static void insert(DataStore store, int number) {
        store.jdbc().sql("INSERT INTO item VALUES (?)").param(number).update();
    }

    private static List<Integer> rows(DataStore store) {
        return store.jdbc().sql("SELECT number FROM item ORDER BY number").query(Integer.class).list();
    }

    /** What a process that starts with the file as it is now finds in it. */
    private List<Integer> rowsAfterAKill() throws IOException, SQLException {
        Path copy = Files.createDirectories(folder.resolve("copy"));
        Files.copy(folder.resolve("data/shop.mv.db"), copy.resolve("shop.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        try (DataStores killed = new DataStores(
                new DataStoreProperties(copy, DataStoreProperties.Durability.PROCESS_END,
                        new DataStoreProperties.Store(null, null, null, null, 5, 16384), Map.of()),
                Placement.of(new StandardEnvironment(), getClass().getClassLoader()))) {
            return rows(killed.open("shop", "db/platform"));
        }
    }
}
