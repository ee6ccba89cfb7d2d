package dev.cleave.platform.operations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Puts a backup's stores back into an empty data directory, while the system does not run. */
public final class Restore {

    static final String ARCHIVE = ".zip";
    private static final String STORE_FILE = ".mv.db";

    private Restore() {}

    /**
     * Restores a backup.
     *
     * @param backup the backup's folder
     * @param dataDirectory where the stores are to be; absent or without stores
     * @return the restored stores' names
     * @throws IllegalStateException if the backup holds no stores or the data directory is not empty
     * @throws IOException if a file can't be read or written
     */
    public static List<String> restore(Path backup, Path dataDirectory) throws IOException {
        List<Path> archives = endingWith(backup, ARCHIVE);
        if (archives.isEmpty() || backup.getFileName().toString().startsWith("unfinished-")) {
            throw new IllegalStateException(backup + " is not a finished backup; name the folder that the backup command gave.");
        }
        if (!endingWith(dataDirectory, STORE_FILE).isEmpty()) {
            throw new IllegalStateException(dataDirectory
                    + " holds stores already. Stop the system and move that folder away, or restore into another one and start "
                    + "with --cleave.data-directory.");
        }
        Files.createDirectories(dataDirectory);
        List<String> restored = new ArrayList<>();
        for (Path archive : archives) {
            String name = archive.getFileName().toString().replace(ARCHIVE, "");
            try (InputStream file = Files.newInputStream(archive);
                    ZipInputStream zip = new ZipInputStream(file)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (entry.getName().equals(name + STORE_FILE)) {
                        Files.copy(zip, dataDirectory.resolve(name + STORE_FILE));
                        restored.add(name);
                    }
                }
            }
        }
        return restored;
    }

    private static List<Path> endingWith(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending)).sorted().toList();
        }
    }
}
