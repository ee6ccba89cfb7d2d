package dev.cleave.platform.datastore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cleave.platform.placement.Placement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** A folder's name goes into the database's address: whatever it is, the store is in this folder, or the start says why not. */
class FolderNameTests {

    private static final String MIGRATION = "db/eventstore";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "plain", "with blanks", "ä ö ü ß 数据", "50%", "%41", "#1", "what?", "a=b&c", "a:b", "~", "~a", "it's", "\"quoted\"",
        "{name}", "$HOME", "${HOME}", "-data", "a,b", "CAPITALS", "a.mv.db", "(a)", "a+b", "a@b", "a\tb",
        "very/deep/../deeper/./folder"
    })
    void keepsAStoreInAFolderOfAnyName(String name) {
        try (DataStores stores = stores(folder.resolve(name))) {
            stores.open(DataStores.EVENTS, MIGRATION);
        }

        assertThat(folder.resolve(name).normalize().resolve("events.mv.db")).isRegularFile();
    }

    @Test
    void keepsAStoreInAFolderWithALongPath() {
        Path deep = folder;
        for (int i = 0; i < 15; i++) {
            deep = deep.resolve("f".repeat(200));
        }
        try (DataStores stores = stores(deep)) {
            stores.open(DataStores.EVENTS, MIGRATION);
        }

        assertThat(deep.resolve("events.mv.db")).isRegularFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b", ";", "a;INIT=RUNSCRIPT FROM 'x'", "a\\;b", "a;b/c", "back\\slash"})
    void refusesWhatH2TakesForSomethingElseAndMakesNothing(String name) throws IOException {
        try (DataStores stores = stores(folder.resolve(name))) {
            assertThatExceptionOfType(DataStores.StoreNotAvailable.class)
                    .isThrownBy(() -> stores.open(DataStores.EVENTS, MIGRATION))
                    .withMessageContaining("H2 takes").withMessageContaining("cleave.data-directory");
        }

        assertThat(Files.list(folder)).isEmpty();
    }

    @Test
    void refusesAFileInWords() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        try (DataStores stores = stores(file); DataStores below = stores(file.resolve("below"))) {
            assertThatExceptionOfType(DataStores.StoreNotAvailable.class)
                    .isThrownBy(() -> stores.open(DataStores.EVENTS, MIGRATION)).withMessageContaining("is a file");
            assertThatExceptionOfType(DataStores.StoreNotAvailable.class)
                    .isThrownBy(() -> below.open(DataStores.EVENTS, MIGRATION)).withMessageContaining("cleave.data-directory");
        }
    }

    @Test
    void refusesANameTooLongInWords() {
        try (DataStores stores = stores(folder.resolve("f".repeat(300)))) {
            assertThatExceptionOfType(DataStores.StoreNotAvailable.class)
                    .isThrownBy(() -> stores.open(DataStores.EVENTS, MIGRATION)).withMessageContaining("cleave.data-directory");
        }
    }

    private static DataStores stores(Path folder) {
        DataStoreProperties.Store none = new DataStoreProperties.Store(null, null, null, null, null, null);
        return new DataStores(new DataStoreProperties(folder, DataStoreProperties.Durability.PROCESS_END, none, Map.of()),
                Placement.of(new MockEnvironment(), FolderNameTests.class.getClassLoader()));
    }
}
