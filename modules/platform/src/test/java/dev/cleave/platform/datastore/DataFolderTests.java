package dev.cleave.platform.datastore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cleave.platform.placement.Placement;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;

class DataFolderTests {

    @TempDir
    private Path folder;

    @Test
    void aStoreThatWasThereAndIsMissingIsRefusedAndNotMadeAnew() throws IOException {
        run("shop", "warehouse");
        Files.delete(file("warehouse"));
        refused("warehouse")
                .withMessageContaining("'warehouse' is missing")
                .withMessageContaining("warehouse.mv.db")
                .withMessageContaining("restore all stores from one backup")
                .withMessageContaining("--cleave.lost-stores=warehouse");
        assertThat(file("warehouse")).doesNotExist();
        run("shop");
    }

    @Test
    void theEventsCanNotBeGivenUp() throws IOException {
        run("events");
        Files.delete(file("events"));
        refused("events").withMessageNotContaining("lost-stores");
    }

    @Test
    void aStoreOfAContextThatIsNewStartsEmpty() {
        run("shop");
        run("shop", "warehouse");
        run("warehouse");
        run("shop", "warehouse", "letters");
    }

    @Test
    void aFolderThatAnEarlierVersionLeftIsTakenAsItIs() throws IOException {
        run("shop", "warehouse");
        Files.delete(folder.resolve("data/stores.json"));
        run("shop", "warehouse");
        Files.delete(file("shop"));
        refused("shop");
    }

    @Test
    void anOlderCopyOfOneStoreIsRefused() throws IOException {
        run("shop", "warehouse");
        Files.copy(file("shop"), folder.resolve("older"));
        run("shop", "warehouse");
        Files.delete(file("shop"));
        Files.copy(folder.resolve("older"), file("shop"));
        refused("shop").withMessageContaining("older copy or comes from another system");
    }

    @Test
    void aStoreOfAnotherSystemIsRefused() throws IOException {
        run("shop");
        Files.copy(file("shop"), folder.resolve("another"));
        Files.delete(file("shop"));
        Files.delete(folder.resolve("data/stores.json"));
        run("shop");
        Files.delete(file("shop"));
        Files.copy(folder.resolve("another"), file("shop"));
        refused("shop").withMessageContaining("older copy or comes from another system");
    }

    @Test
    void theWholeFolderFromAnEarlierTimeIsTaken() throws IOException {
        run("shop");
        Files.copy(file("shop"), folder.resolve("shop"));
        Files.copy(folder.resolve("data/stores.json"), folder.resolve("list"));
        run("shop");
        run("shop");
        Files.delete(file("shop"));
        Files.delete(folder.resolve("data/stores.json"));
        Files.copy(folder.resolve("shop"), file("shop"));
        Files.copy(folder.resolve("list"), folder.resolve("data/stores.json"));
        run("shop");
    }

    /** The file is marked before it is listed, and is on the disk by then. */
    @Test
    void anEndBetweenMarkingAndListingHindersNothing() throws IOException {
        run("shop");
        Files.copy(folder.resolve("data/stores.json"), folder.resolve("list"));
        run("shop");
        Files.delete(folder.resolve("data/stores.json"));
        Files.copy(folder.resolve("list"), folder.resolve("data/stores.json"));
        run("shop");
        run("shop");
    }

    @Test
    void aStartThatFailsRemembersNothing() throws IOException {
        run("shop");
        String list = Files.readString(folder.resolve("data/stores.json"));
        try (DataStores stores = stores(Set.of())) {
            stores.open("shop", "db/platform");
            stores.open("warehouse", "db/platform");
        }
        assertThat(folder.resolve("data/stores.json")).hasContent(list);
    }

    @Test
    void aStoreThatIsGivenUpIsBegunAnewAndMissedFromThenOn() throws IOException {
        run("shop");
        Files.delete(file("shop"));
        try (DataStores stores = stores(Set.of("shop"))) {
            stores.open("shop", "db/platform");
            stores.remember();
        }
        run("shop");
        Files.delete(file("shop"));
        refused("shop");
    }

    @Test
    void severalProcessesMayShareTheFolder() {
        try (DataStores one = stores(Set.of());
                DataStores other = stores(Set.of())) {
            one.open("shop", "db/platform");
            other.open("warehouse", "db/platform");
            one.remember();
            other.remember();
        }
        try (DataStores joined = stores(Set.of())) {
            joined.open("shop", "db/platform");
            joined.open("warehouse", "db/platform");
        }
    }

    @Test
    void aListThatCanNotBeReadIsToldOf() throws IOException {
        run("shop");
        Files.writeString(folder.resolve("data/stores.json"), "{ \"stores\": ");
        refused("shop").withMessageContaining("stores.json can't be read").withMessageContaining("delete it");
    }

    private void run(String... names) {
        try (DataStores stores = stores(Set.of())) {
            for (String name : names) {
                stores.open(name, "db/platform");
            }
            stores.remember();
        }
    }

    private ThrowableAssertAlternative<DataStores.StoreNotAvailable> refused(String name) {
        try (DataStores stores = stores(Set.of())) {
            return assertThatExceptionOfType(DataStores.StoreNotAvailable.class)
                    .isThrownBy(() -> stores.open(name, "db/platform"));
        }
    }

    private Path file(String store) {
        return folder.resolve("data").resolve(store + ".mv.db");
    }

    private DataStores stores(Set<String> lost) {
        return new DataStores(
                new DataStoreProperties(
                        folder.resolve("data"), DataStoreProperties.Durability.PROCESS_END,
                        new DataStoreProperties.Store(null, null, null, null, 5, 16384), Map.of()),
                Placement.of(new StandardEnvironment(), getClass().getClassLoader()),
                new SimpleMeterRegistry(),
                lost);
    }
}
