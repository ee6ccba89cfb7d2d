package dev.cleave.platform.operations;

import dev.cleave.platform.datastore.DataFolder;
import dev.cleave.platform.datastore.DataStores;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Puts a backup's stores back into an empty data directory, while the system does not run.
 *
 * <p>All of the backup is checked before anything is written. Until all is written nothing starts from the directory; a restore that was
 * interrupted is done again.
 */
public final class Restore {

    static final String ARCHIVE = ".zip";
    static final String STORE_FILE = DataFolder.STORE_FILE;
    static final String UNFINISHED = "unfinished-";

    /** In every archive of a backup that has a manifest, so that one whose manifest was lost is not taken for one that never had any. */
    static final String COMMENT = "part of a backup; manifest.json says of which";

    private Restore() {}

    /**
     * What was restored.
     *
     * @param stores by name
     * @param warning what the backup may lack; null if it lacks nothing
     */
    public record Restored(List<String> stores, @Nullable String warning) {}

    /**
     * Restores a backup.
     *
     * @param backup the backup's folder
     * @param dataDirectory where the stores are to be; absent or without stores
     * @throws IllegalStateException if the backup is not whole, or made by a newer version, or the data directory is not empty
     * @throws IOException if a file can't be read or written
     */
    public static Restored restore(Path backup, Path dataDirectory) throws IOException {
        List<Path> archives = archives(backup);
        if (backup.toAbsolutePath().normalize().getFileName().toString().startsWith(UNFINISHED)) {
            throw new IllegalStateException(
                    backup + " is the beginning of a backup that was never finished. Name the folder that the backup command gave.");
        }
        @Nullable Manifest manifest = Manifest.of(backup).orElse(null);
        if (manifest == null && archives.isEmpty()) {
            throw new IllegalStateException(backup + " is not a backup; name the folder that the backup command gave.");
        }
        long size = manifest != null ? check(backup, manifest) : checkWithoutManifest(backup, archives);
        List<String> stores = manifest != null
                ? manifest.stores().stream().map(Manifest.Store::name).toList()
                : archives.stream().map(Restore::nameOf).toList();
        DataFolder folder = new DataFolder(dataDirectory);
        checkSpace(dataDirectory, size);
        try {
            folder.beginRestore(backup.toAbsolutePath().normalize());
            for (String store : stores) {
                extract(backup.resolve(store + ARCHIVE), store, folder.fileOf(store));
            }
            Backups.force(dataDirectory);
            folder.endRestore(stores);
        } catch (DataStores.StoreNotAvailable e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        return new Restored(stores, manifest != null ? null
                : "This backup has no manifest: a version made it that copied one store after the other, so its stores may be from "
                        + "different moments. Orders that were placed while it was taken may lack their addresses and end cancelled, and a "
                        + "repeated Idempotency-Key may place another order. Nor can it be known whether a store is missing in it.");
    }

    /** Returns how many bytes will be written. */
    private static long check(Path backup, Manifest manifest) throws IOException {
        List<String> wrong = new ArrayList<>();
        Set<String> known = knownMigrations();
        for (Manifest.Store store : manifest.stores()) {
            Path archive = backup.resolve(store.archive());
            List<String> unknown = store.migrations().stream().filter(script -> !known.contains(script)).toList();
            if (!Files.isRegularFile(archive)) {
                wrong.add(store.archive() + " is missing");
            } else if (Files.size(archive) != store.bytes()) {
                wrong.add(store.archive() + " has " + Files.size(archive) + " bytes and should have " + store.bytes());
            } else if (!digest(archive).equals(store.sha256())) {
                wrong.add(store.archive() + " is damaged: its SHA-256 is not the one in the manifest");
            } else if (!unknown.isEmpty()) {
                throw new IllegalStateException("The store '" + store.name() + "' in " + backup
                        + " was made by a newer version of the"
                        + " program (" + manifest.program() + "), whose changes to its tables this one does not know: "
                        + String.join(", ", unknown) + ". Restore it with that version or a later one. Nothing was written.");
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(backup + " is not whole: " + String.join("; ", wrong)
                    + ". Use another copy of this backup, or another backup. Nothing was written.");
        }
        return manifest.stores().stream().mapToLong(Manifest.Store::fileBytes).sum();
    }

    /** What an earlier version made can be read to its end, at least. */
    private static long checkWithoutManifest(Path backup, List<Path> archives) throws IOException {
        long size = 0;
        for (Path archive : archives) {
            try (ZipFile zip = new ZipFile(archive.toFile())) {
                if (COMMENT.equals(zip.getComment())) {
                    throw new IllegalStateException(
                            backup + " is not whole: its manifest.json is missing. Use another copy of this "
                                    + "backup, or another backup. Nothing was written.");
                }
                ZipEntry entry = zip.getEntry(nameOf(archive) + STORE_FILE);
                if (entry == null) {
                    throw new IllegalStateException(archive + " holds no store. Nothing was written.");
                }
                try (InputStream content = zip.getInputStream(entry)) {
                    size += content.transferTo(OutputStream.nullOutputStream());
                }
            } catch (ZipException e) {
                throw new IllegalStateException(
                        archive + " is damaged. Use another copy of this backup, or another backup. Nothing was written.", e);
            }
        }
        return size;
    }

    private static void checkSpace(Path folder, long size) throws IOException {
        Path there = folder.toAbsolutePath().normalize();
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        long free = Files.getFileStore(there).getUsableSpace();
        if (free < size) {
            throw new IllegalStateException(
                    "The stores need " + size / 1024 + " kB, but there are only " + free / 1024 + " kB left for "
                            + folder + ". Make room and restore again.");
        }
    }

    private static void extract(Path archive, String store, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile());
                FileChannel file = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ZipEntry entry = zip.getEntry(store + STORE_FILE);
            if (entry == null) {
                throw new IOException(archive + " does not hold the store '" + store + "'");
            }
            try (InputStream content = zip.getInputStream(entry)) {
                content.transferTo(Channels.newOutputStream(file));
            }
            file.force(true);
        }
    }

    private static Set<String> knownMigrations() throws IOException {
        return Arrays
                .stream(new PathMatchingResourcePatternResolver(Restore.class.getClassLoader())
                        .getResources("classpath*:db/*/V*.sql"))
                .map(Resource::getFilename)
                .collect(Collectors.toSet());
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = Backups.sha256();
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String nameOf(Path archive) {
        return archive.getFileName().toString().replace(ARCHIVE, "");
    }

    private static List<Path> archives(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ARCHIVE)).sorted().toList();
        }
    }
}
