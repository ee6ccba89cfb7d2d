package dev.cleave.platform.datastore;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The files of several stores on H2 as all of them were at one moment.
 *
 * <p>Nothing is written to any of the files while the cut is made, which takes as long as the writes at hand. So the images are what
 * {@code kill -9} would have left at that moment, and opening them is what a start after it is: whatever was acknowledged before the
 * moment is in them. Until the cut is closed, H2 only adds to the end of its files; so the images are read while the system goes on.
 */
public final class Cut implements AutoCloseable {

    /** How much of its file H2 overwrites: two blocks. */
    private static final int HEADER = 8192;
    private static final int PIECE = 1024 * 1024;

    private final List<Image> images = new ArrayList<>();

    private Cut() {}

    /**
     * Makes a cut, which is to be {@link #secured}.
     *
     * @throws IllegalArgumentException if a store is not in a file of this process
     * @throws IllegalStateException if a store's file is closed
     */
    public static Cut through(Collection<DataStore> stores) {
        List<DataStore> ordered = stores.stream().sorted(Comparator.comparing(DataStore::name)).toList();
        Cut cut = new Cut();
        @Nullable RuntimeException failure = cut.hold(ordered.iterator(), new ArrayList<>());
        if (failure != null) {
            cut.close();
            throw failure;
        }
        return cut;
    }

    /**
     * Sees to it that the images stay what they are, however long they are read; to be done at once.
     *
     * @throws IllegalStateException if that can't be had, or a store's file is closed; the cut is closed then
     */
    public Cut secured() {
        try {
            images.forEach(Image::secure);
            return this;
        } catch (MVStoreException e) {
            close();
            throw new IllegalStateException("A store's file is closed", e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** By the stores' names. */
    public List<Image> images() {
        return List.copyOf(images);
    }

    /**
     * Holds one file after the other, and makes the images when all are held. What H2 runs while it holds a file must not throw: H2
     * would close the file.
     *
     * @return what went wrong, or null
     */
    private @Nullable RuntimeException hold(Iterator<DataStore> rest, List<Image> held) {
        try {
            if (!rest.hasNext()) {
                images.addAll(held);
                images.forEach(Image::begin);
                return null;
            }
            DataStore store = rest.next();
            MVStore file = store.file().orElseThrow(
                    () -> new IllegalArgumentException("The store '" + store.name() + "' is not in a file of this process."));
            List<@Nullable RuntimeException> inner = new ArrayList<>();
            file.executeFilestoreOperation(() -> {
                held.add(new Image(store.name(), file));
                inner.add(hold(rest, held));
            });
            return inner.getFirst();
        } catch (MVStoreException e) {
            return new IllegalStateException("A store's file is closed", e);
        } catch (RuntimeException e) {
            return e;
        }
    }

    /** Lets H2 use the room in its files again. */
    @Override
    public void close() {
        images.forEach(Image::end);
    }

    /** One store's file. */
    public static final class Image {

        private final String store;
        private final MVStore file;
        private final int retention;
        private byte[] header = new byte[0];
        private long size;

        private Image(String store, MVStore file) {
            this.store = store;
            this.file = file;
            this.retention = file.getRetentionTime();
        }

        private void begin() {
            FileStore<?> bytes = file.getFileStore();
            size = bytes.size();
            header = read(bytes, 0, HEADER);
            // New parts go to the end from here on, which is where the last part that is still in use ends. So none may become free
            // until a new one has been written.
            file.setReuseSpace(false);
            file.setRetentionTime(Integer.MAX_VALUE);
        }

        /** Has H2 write behind the image: the newest part never becomes free, and so neither does what is before it. */
        private void secure() {
            file.setStoreVersion(file.getStoreVersion());
            file.commit();
            // A connection that the pool opens sets it to what the URL says.
            if (file.getRetentionTime() != Integer.MAX_VALUE) {
                throw new IllegalStateException("The file of the store '" + store + "' could not be held; try again");
            }
            file.setRetentionTime(retention);
        }

        private void end() {
            if (!file.isClosed()) {
                file.setRetentionTime(retention);
                file.setReuseSpace(true);
            }
        }

        /** The name of the store whose file this is. */
        public String store() {
            return store;
        }

        /** In bytes. */
        public long size() {
            return size;
        }

        /**
         * Writes the image.
         *
         * @throws IOException if it can't be written, or H2 has closed the file meanwhile
         */
        public void writeTo(OutputStream out) throws IOException {
            FileStore<?> bytes = file.getFileStore();
            out.write(header);
            try {
                for (long at = HEADER; at < size; at += PIECE) {
                    out.write(read(bytes, at, (int) Math.min(PIECE, size - at)));
                }
            } catch (MVStoreException e) {
                throw new IOException("The file of the store '" + store + "' can't be read", e);
            }
            if (file.isClosed()) {
                throw new IOException("The file of the store '" + store + "' was closed while it was copied");
            }
        }

        /** Through H2, because closing another channel to the file would let go of H2's lock on it. */
        private static byte[] read(FileStore<?> file, long at, int length) {
            ByteBuffer read = file.readFully(null, at, length);
            byte[] bytes = new byte[length];
            read.get(bytes);
            return bytes;
        }
    }
}
