package dev.cleave.platform.datastore;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a data directory is known to hold, kept in its {@code stores.json}: the stores that have ever been opened in it, each with the
 * mark that its file must bear. A file's mark goes up each time it is opened, so that one that is missing, or is an older copy, or comes
 * from another system, is noticed. A store that is not listed is new. Several processes may share a directory.
 */
public final class DataFolder {

    /** How the name of a store's file ends. */
    public static final String STORE_FILE = ".mv.db";

    private static final String CONTENTS = "stores.json";
    private static final int ANY = 0;
    private static final int MOST_FIRST_MARK = 1 << 30;
    private static final Logger log = LoggerFactory.getLogger(DataFolder.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;

    public DataFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * What stands in the file.
     *
     * @param restoring the backup that is being restored, or was when the restore was interrupted; null if there is none
     * @param stores the stores' marks; {@link #ANY} if any will do
     */
    private record Contents(@Nullable String restoring, Map<String, Integer> stores) {

        static final Contents NONE = new Contents(null, Map.of());

        Contents with(String store, int mark) {
            Map<String, Integer> more = new TreeMap<>(stores);
            more.put(store, mark);
            return new Contents(restoring, more);
        }
    }

    /**
     * Checks, before a store's file is opened, that it may be.
     *
     * @throws DataStores.StoreNotAvailable if the file must be there and is not, or a restore into the directory has not finished
     */
    void beforeOpening(String store) {
        made();
        Contents contents = contents();
        if (contents.restoring != null) {
            throw new DataStores.StoreNotAvailable("The restore of " + contents.restoring + " into " + folder
                    + " has not finished, so stores are missing or incomplete there. Restore again into the same folder, then start.");
        }
        if (contents.stores.containsKey(store) && !Files.exists(fileOf(store))) {
            throw new DataStores.StoreNotAvailable(
                    "The store '" + store + "' is missing: " + folder + " holds a system that has it, but"
                            + " there is no " + fileOf(store).getFileName() + ". " + DataStores.remedyForLost(store));
        }
    }

    /**
     * Checks that a store's file is the one that was last in use here.
     *
     * @throws DataStores.StoreNotAvailable if it is not
     */
    void afterOpening(String store, MVStore file) {
        int found = file.getStoreVersion();
        int listed = contents().stores.getOrDefault(store, ANY);
        if (listed != ANY && found != listed && found != listed + 1) {
            throw new DataStores.StoreNotAvailable(
                    "The store '" + store + "' is not the one that was last in use in " + folder + ": "
                            + fileOf(store).getFileName() + " is an older copy or comes from another system. "
                            + DataStores.remedyForLost(store));
        }
    }

    /** Marks a store's file anew and lists it. */
    void remember(String store, MVStore file) {
        int found = file.getStoreVersion();
        int mark = found == ANY ? ThreadLocalRandom.current().nextInt(1, MOST_FIRST_MARK) : found + 1;
        file.setStoreVersion(mark);
        file.commit();
        // The list must not be ahead of the file, not even when the machine's power ends.
        file.sync();
        change(contents -> contents.with(store, mark));
    }

    /**
     * Begins to restore a backup: until {@link #endRestore} nothing starts from the directory.
     *
     * @throws IllegalStateException if the directory holds stores, unless the restore of a backup was interrupted there
     */
    public void beginRestore(Path backup) throws IOException {
        Files.createDirectories(folder);
        if (contents().restoring == null && holdsStores()) {
            throw new IllegalStateException(
                    folder + " holds stores already. Stop the system and move that folder away, or restore into"
                            + " another one and start with --cleave.data-directory.");
        }
        change(contents -> new Contents(backup.toString(), Map.of()));
        for (String left : storeFiles()) {
            Files.delete(folder.resolve(left));
        }
    }

    /** Ends a restore: from now on the directory holds these stores. */
    public void endRestore(List<String> stores) {
        Map<String, Integer> marks = new TreeMap<>();
        stores.forEach(store -> marks.put(store, ANY));
        change(contents -> new Contents(null, marks));
    }

    /**
     * The folder, made where it was missing.
     *
     * @throws DataStores.StoreNotAvailable if H2 can't keep files there
     */
    Path made() {
        try {
            requireName();
            return Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw unusable(e.getMessage() + " is a file");
        } catch (AccessDeniedException e) {
            throw unusable("this user may not write to " + e.getMessage());
        } catch (IOException e) {
            throw unusable("it can't be made (" + e + ")");
        }
    }

    /** The name becomes a part of H2's address of a store. */
    private void requireName() {
        if (folder.toString().indexOf(';') >= 0) {
            throw unusable("H2 takes what follows a semicolon for settings");
        }
        if (File.separatorChar == '/' && folder.toString().indexOf('\\') >= 0) {
            throw unusable("H2 takes a backslash for a slash, and would use another folder");
        }
    }

    private DataStores.StoreNotAvailable unusable(String why) {
        return new DataStores.StoreNotAvailable(
                "No data can be kept in " + folder + ": " + why + ". Give another folder with cleave.data-directory.");
    }

    /** Where a store's file is. */
    public Path fileOf(String store) {
        return folder.resolve(store + STORE_FILE);
    }

    private boolean holdsStores() throws IOException {
        return !storeFiles().isEmpty();
    }

    private List<String> storeFiles() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(STORE_FILE)).toList();
        }
    }

    private Contents contents() {
        try {
            @Nullable Contents contents = JSON.readValue(Files.readAllBytes(folder.resolve(CONTENTS)), Contents.class);
            if (contents != null && contents.stores != null) {
                return contents;
            }
        } catch (NoSuchFileException none) {
            return Contents.NONE;
        } catch (IOException | JacksonException e) {
            log.debug("The list of a data directory can't be read", e);
        }
        throw new DataStores.StoreNotAvailable(
                folder.resolve(CONTENTS) + " can't be read. It lists the stores of this folder. See that"
                        + " the folder can be read; if only this file is damaged, and all stores are there, delete it.");
    }

    /** Under a lock, because several processes may share the directory; and by a file that takes the place of the old one as a whole. */
    private void change(UnaryOperator<Contents> change) {
        Path fresh = folder.resolve(CONTENTS + ".new");
        synchronized (DataFolder.class) {
            try (FileChannel guard = FileChannel.open(
                    folder.resolve(CONTENTS + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = guard.lock()) {
                byte[] json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(change.apply(contents()));
                try (FileChannel file = FileChannel.open(
                        fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                    ByteBuffer bytes = ByteBuffer.wrap(json);
                    while (bytes.hasRemaining()) {
                        file.write(bytes);
                    }
                    file.force(true);
                }
                Files.move(fresh, folder.resolve(CONTENTS), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new DataStores.StoreNotAvailable(folder.resolve(CONTENTS) + " can't be written: " + e.getMessage()
                        + ". Check the folder's rights and its space.");
            }
        }
    }
}
