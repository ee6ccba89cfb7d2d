package dev.cleave.platform.datastore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.test.BesideOthers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;

@BesideOthers
class CutTests {

    private static final int CUTS = 4;

    @TempDir
    private Path folder;

    private DataStores stores;

    @BeforeEach
    void open() {
        stores = open("data");
    }

    @AfterEach
    void close() {
        stores.close();
    }

    /** One number at a time is committed to one store, then to the next: at each moment no store is ahead of the one before it. */
    @Test
    void allStoresAreFromOneMomentWhileTheyAreWrittenAtFullSpeed() throws Exception {
        List<DataStore> chain = List.of(store("c"), store("a"), store("events"), store("b"));
        AtomicBoolean goOn = new AtomicBoolean(true);
        AtomicInteger acknowledged = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread writer = Thread.ofPlatform().uncaughtExceptionHandler((thread, e) -> failure.set(e)).start(() -> {
            for (int n = 1; goOn.get(); n++) {
                for (DataStore store : chain) {
                    store.jdbc().sql("UPDATE number SET n = ?, filler = RANDOM_UUID()").param(n).update();
                }
                acknowledged.set(n);
            }
        });
        try {
            for (int cut = 1; cut <= CUTS; cut++) {
                int before = acknowledged.get() + 300;
                while (acknowledged.get() < before && failure.get() == null) {
                    Thread.onSpinWait();
                }
                int known = acknowledged.get();
                write(cut);
                List<Integer> numbers = read("copy-" + cut, chain);
                assertThat(numbers.getLast()).as("what was acknowledged").isGreaterThanOrEqualTo(known);
                assertThat(numbers.getFirst() - numbers.getLast()).as("%s", numbers).isBetween(0, 1);
                assertThat(numbers).as("none is ahead of the one before it").isSortedAccordingTo((one, two) -> two - one);
            }
        } finally {
            goOn.set(false);
            writer.join();
        }
        assertThat(failure.get()).isNull();
    }

    /** While a copy is made the store goes on for longer than H2 leaves alone what has become free. */
    @Test
    void anImageStaysWhatItWasHoweverLongTheCopyTakes() throws Exception {
        DataStore store = store("a");
        fill(store, 1);
        try (Cut cut = Cut.through(List.of(store)).secured()) {
            long end = System.nanoTime() + (FileKeeper.RETENTION + 2_000) * 1_000_000L;
            for (int round = 2; System.nanoTime() < end; round++) {
                fill(store, round);
                store.jdbc().sql("SET RETENTION_TIME 0").update();
            }
            Files.createDirectories(folder.resolve("copy"));
            write(cut.images().getFirst(), folder.resolve("copy/a.mv.db"));
        }
        assertThat(read("copy", List.of(store))).containsExactly(1);
        try (DataStores copy = open("copy")) {
            assertThat(store("a", copy).jdbc().sql("SELECT COUNT(*) FROM many WHERE n = 1 AND LENGTH(filler) = 2000")
                    .query(Integer.class).single()).isEqualTo(500);
        }
        long size = store.fileSize().orElseThrow();
        fill(store, 0);
        assertThat(store.file().orElseThrow().isSpaceReused()).isTrue();
        assertThat(store.file().orElseThrow().getRetentionTime()).isEqualTo(FileKeeper.RETENTION);
        assertThat(size).isPositive();
    }

    @Test
    void aNewConnectionLeavesABackupWhatItNeeds() throws Exception {
        DataStore store = store("a");
        List<Connection> fresh = new ArrayList<>();
        Cut cut = Cut.through(List.of(store));
        try {
            for (int i = 0; i < 3; i++) {
                Connection connection = store.dataSource().getConnection();
                fresh.add(connection);
                connection.createStatement().execute("SELECT 1");
            }
            cut.secured();
        } finally {
            cut.close();
            for (Connection connection : fresh) {
                connection.close();
            }
        }
    }

    @Test
    void aStoreThatIsClosedIsToldOfAndTheOthersGoOn() {
        DataStore one = store("a");
        DataStore other = store("b");
        other.close();
        assertThatThrownBy(() -> Cut.through(List.of(one, other))).isInstanceOf(IllegalStateException.class);
        one.jdbc().sql("UPDATE number SET n = 5").update();
        assertThat(one.file().orElseThrow().isSpaceReused()).isTrue();
    }

    @Test
    void aStoreThatIsInNoFileIsToldOf() {
        try (DataStores inMemory = new DataStores(
                new DataStoreProperties(
                        folder, DataStoreProperties.Durability.PROCESS_END,
                        new DataStoreProperties.Store("jdbc:h2:mem:cut-{name}", null, null, null, 5, 16384), Map.of()),
                Placement.of(new StandardEnvironment(), getClass().getClassLoader()))) {
            DataStore store = inMemory.open("a", "db/platform");
            assertThatThrownBy(() -> Cut.through(List.of(store))).hasMessageContaining("not in a file of this process");
        }
    }

    private void fill(DataStore store, int n) {
        store.transactions().executeWithoutResult(transaction -> {
            store.jdbc().sql("UPDATE number SET n = ?").param(n).update();
            store.jdbc().sql("DELETE FROM many").update();
            store.jdbc().sql(
                    "INSERT INTO many SELECT X, ?, SUBSTRING(RAWTOHEX(SECURE_RAND(1000)), 1, 2000) FROM SYSTEM_RANGE(1, 500)")
                    .param(n).update();
        });
    }

    private void write(int number) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("copy-" + number));
        try (Cut cut = Cut.through(stores.all()).secured()) {
            for (Cut.Image image : cut.images()) {
                write(image, copy.resolve(image.store() + DataFolder.STORE_FILE));
            }
        }
    }

    private static void write(Cut.Image image, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            image.writeTo(out);
        }
    }

    private List<Integer> read(String copy, List<DataStore> chain) {
        List<Integer> numbers = new ArrayList<>();
        try (DataStores opened = open(copy)) {
            chain.forEach(store -> numbers
                    .add(store(store.name(), opened).jdbc().sql("SELECT n FROM number").query(Integer.class).single()));
        }
        return numbers;
    }

    private DataStore store(String name) {
        return store(name, stores);
    }

    private static DataStore store(String name, DataStores stores) {
        DataStore store = stores.open(name, "db/platform");
        store.jdbc().sql("CREATE TABLE IF NOT EXISTS number (n INTEGER NOT NULL, filler VARCHAR(36))").update();
        store.jdbc().sql("CREATE TABLE IF NOT EXISTS many (id INTEGER PRIMARY KEY, n INTEGER, filler VARCHAR(2000))").update();
        store.jdbc().sql("INSERT INTO number SELECT 0, NULL WHERE NOT EXISTS (SELECT 1 FROM number)").update();
        return store;
    }

    private DataStores open(String data) {
        return new DataStores(
                new DataStoreProperties(
                        folder.resolve(data),
                        DataStoreProperties.Durability.PROCESS_END,
                        new DataStoreProperties.Store(null, null, null, null, 5, 16384), Map.of()),
                Placement.of(new StandardEnvironment(), getClass().getClassLoader()));
    }
}
