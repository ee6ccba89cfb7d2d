package dev.cleave.platform.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds, as its {@code manifest.json} says.
 *
 * @param format how the backup is laid out; {@link #FORMAT} unless it was made by another version
 * @param program the version of the program that made it
 * @param at the moment that all stores are from
 * @param position of the last event in it; -1 if there was none
 * @param stores all that must be in it
 */
record Manifest(int format, String program, Instant at, long position, List<Store> stores) {

    static final int FORMAT = 1;

    private static final String FILE = "manifest.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /**
     * One store.
     *
     * @param archive the name of the file in the backup that holds the store's file, compressed
     * @param bytes the archive's size
     * @param sha256 the archive's digest, in hexadecimal
     * @param fileBytes the size of the store's file
     * @param migrations the names of the scripts that made its tables
     */
    record Store(String name, String archive, long bytes, String sha256, long fileBytes, List<String> migrations) {}

    byte[] json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    static Path in(Path backup) {
        return backup.resolve(FILE);
    }

    /**
     * Reads a backup's manifest.
     *
     * @return empty if it has none
     * @throws IllegalStateException if it can't be understood
     */
    static Optional<Manifest> of(Path backup) throws IOException {
        try {
            @Nullable Manifest manifest = JSON.readValue(Files.readAllBytes(in(backup)), Manifest.class);
            if (manifest != null && manifest.format > FORMAT) {
                throw new IllegalStateException(backup + " was made by a newer version of the program (" + manifest.program
                        + "). Restore it with that version or a later one.");
            }
            if (manifest == null || manifest.format < 1 || manifest.program == null || manifest.at == null
                    || manifest.stores == null
                    || manifest.stores.isEmpty() || !manifest.stores.stream().allMatch(Manifest::isWhole)) {
                throw damaged(backup);
            }
            return Optional.of(manifest);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (JacksonException e) {
            throw damaged(backup);
        }
    }

    /** A name that leads out of the folder is none that a backup gave. */
    private static boolean isWhole(Store store) {
        return store != null && store.name != null && store.name.matches("[a-z0-9-]+")
                && (store.name + Restore.ARCHIVE).equals(store.archive) && store.sha256 != null && store.migrations != null;
    }

    private static IllegalStateException damaged(Path backup) {
        return new IllegalStateException(
                in(backup) + " is damaged: it does not say what the backup holds. Use another copy of this"
                        + " backup, or another backup.");
    }
}
