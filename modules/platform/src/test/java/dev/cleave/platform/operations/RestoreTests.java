package dev.cleave.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cleave.platform.datastore.DataFolder;
import dev.cleave.platform.datastore.DataStoreProperties;
import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Placement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class RestoreTests {

    private static final List<String> STORES = List.of("events", "shop");

    @TempDir
    private Path folder;

    private Path backup;
    private Path data;

    @BeforeEach
    void backup() throws IOException {
        backup = Files.createDirectory(folder.resolve("backup"));
        data = folder.resolve("data");
        for (String store : STORES) {
            archive(store, Restore.COMMENT);
        }
        manifest(Manifest.FORMAT, List.of("V0_1__platform_tables.sql"));
    }

    @Test
    void putsBackWhatTheManifestNames() throws IOException {
        Restore.Restored restored = Restore.restore(backup, data);
        assertThat(restored.stores()).isEqualTo(STORES);
        assertThat(restored.warning()).isNull();
        assertThat(data.resolve("shop.mv.db")).hasContent("the file of shop");
    }

    @Test
    void refusesABackupWithoutOneOfItsStores() throws IOException {
        Files.delete(backup.resolve("shop.zip"));
        refused().withMessageContaining("shop.zip is missing");
    }

    @Test
    void refusesABackupWithADamagedStore() throws IOException {
        byte[] archive = Files.readAllBytes(backup.resolve("shop.zip"));
        archive[archive.length / 2] ^= 1;
        Files.write(backup.resolve("shop.zip"), archive);
        refused().withMessageContaining("shop.zip is damaged");
    }

    @Test
    void refusesABackupWithAStoreThatWasCutOff() throws IOException {
        byte[] archive = Files.readAllBytes(backup.resolve("shop.zip"));
        Files.write(backup.resolve("shop.zip"), Arrays.copyOf(archive, archive.length - 7));
        refused().withMessageContaining("bytes and should have");
    }

    @Test
    void tellsAllThatIsWrongAtOnce() throws IOException {
        Files.delete(backup.resolve("shop.zip"));
        Files.write(backup.resolve("events.zip"), new byte[1], StandardOpenOption.APPEND);
        refused().withMessageContaining("shop.zip").withMessageContaining("events.zip");
    }

    @Test
    void refusesABackupWhoseManifestIsCutOffOrNone() throws IOException {
        String manifest = Files.readString(Manifest.in(backup));
        for (String broken : List.of("", "{}", "[]", "null", manifest.substring(0, manifest.length() / 2),
                manifest.replace("\"shop\"", "\"../shop\""), manifest.replace("\"sha256\"", "\"md5\""))) {
            Files.writeString(Manifest.in(backup), broken);
            refused().withMessageContaining("manifest.json is damaged");
        }
    }

    @Test
    void refusesABackupWhoseManifestWasLost() throws IOException {
        Files.delete(Manifest.in(backup));
        refused().withMessageContaining("manifest.json is missing");
    }

    @Test
    void refusesABackupOfANewerFormat() throws IOException {
        manifest(Manifest.FORMAT + 1, List.of());
        refused().withMessageContaining("newer version of the program (9.9)");
    }

    @Test
    void refusesAStoreWhoseTablesANewerVersionMade() throws IOException {
        manifest(Manifest.FORMAT, List.of("V0_1__platform_tables.sql", "V99__what_is_to_come.sql"));
        refused().withMessageContaining("V99__what_is_to_come.sql").withMessageContaining("(9.9)");
    }

    @Test
    void refusesTheBeginningOfABackup() throws IOException {
        Path unfinished = Files.move(backup, folder.resolve("unfinished-20260101"));
        assertThatIllegalStateException().isThrownBy(() -> Restore.restore(unfinished, data))
                .withMessageContaining("never finished");
    }

    @Test
    void refusesWhatIsNoBackup() {
        assertThatIllegalStateException().isThrownBy(() -> Restore.restore(folder.resolve("nothing"), data))
                .withMessageContaining("is not a backup");
    }

    @Test
    void restoresWhatAnEarlierVersionMadeAndSaysWhatItMayLack() throws IOException {
        Files.delete(Manifest.in(backup));
        for (String store : STORES) {
            archive(store, null);
        }
        Restore.Restored restored = Restore.restore(backup, data);
        assertThat(restored.stores()).isEqualTo(STORES);
        assertThat(restored.warning()).contains("no manifest", "addresses", "Idempotency-Key");
    }

    @Test
    void refusesWhatAnEarlierVersionMadeWhenItIsDamaged() throws IOException {
        Files.delete(Manifest.in(backup));
        Files.writeString(backup.resolve("shop.zip"), "no archive");
        archive("events", null);
        refused().withMessageContaining("shop.zip is damaged");
    }

    @Test
    void refusesAFolderThatHoldsStores() throws IOException {
        Files.createDirectory(data);
        Files.writeString(data.resolve("catalog.mv.db"), "in use");
        assertThatIllegalStateException().isThrownBy(() -> Restore.restore(backup, data))
                .withMessageContaining("holds stores already");
        assertThat(data.resolve("catalog.mv.db")).hasContent("in use");
    }

    /** As it is left when the process ends, or the disk is full, in the middle. */
    @Test
    void anInterruptedRestoreIsNotStartedFromAndCanBeRepeated() throws IOException {
        new DataFolder(data).beginRestore(backup);
        Files.writeString(data.resolve("events.mv.db"), "half of a");
        try (DataStores stores = stores()) {
            assertThatExceptionOfType(DataStores.StoreNotAvailable.class)
                    .isThrownBy(() -> stores.open("shop", "db/platform"))
                    .withMessageContaining("has not finished")
                    .withMessageContaining("Restore again");
        }
        assertThat(data.resolve("shop.mv.db")).doesNotExist();
        Restore.restore(backup, data);
        assertThat(data.resolve("events.mv.db")).hasContent("the file of events");
    }

    @Test
    void aStoreOfTheBackupThatIsMissingLaterIsMissed() throws IOException {
        Restore.restore(backup, data);
        Files.delete(data.resolve("shop.mv.db"));
        try (DataStores stores = stores()) {
            assertThatExceptionOfType(DataStores.StoreNotAvailable.class)
                    .isThrownBy(() -> stores.open("shop", "db/platform"))
                    .withMessageContaining("'shop' is missing");
        }
    }

    private DataStores stores() {
        return new DataStores(
                new DataStoreProperties(data, DataStoreProperties.Durability.PROCESS_END,
                        new DataStoreProperties.Store(null, null, null, null, 5, 16384), Map.of()),
                Placement.of(new MockEnvironment(), getClass().getClassLoader()));
    }

    private ThrowableAssertAlternative<?> refused() {
        ThrowableAssertAlternative<?> refusal =
                assertThatIllegalStateException().isThrownBy(() -> Restore.restore(backup, data));
        assertThat(data).as("nothing is written").doesNotExist();
        return refusal;
    }

    private void archive(String store, @Nullable String comment) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(backup.resolve(store + ".zip")))) {
            if (comment != null) {
                zip.setComment(comment);
            }
            zip.putNextEntry(new ZipEntry(store + ".mv.db"));
            zip.write(("the file of " + store).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void manifest(int format, List<String> migrations) throws IOException {
        List<Manifest.Store> stores = new ArrayList<>();
        for (String store : STORES) {
            byte[] archive = Files.readAllBytes(backup.resolve(store + ".zip"));
            stores.add(new Manifest.Store(
                    store, store + ".zip", archive.length, HexFormat.of().formatHex(Backups.sha256().digest(archive)), 20,
                    migrations));
        }
        Files.write(Manifest.in(backup), new Manifest(format, "9.9", Instant.EPOCH, 7, stores).json());
    }
}
