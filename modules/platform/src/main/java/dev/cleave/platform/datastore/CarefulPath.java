package dev.cleave.platform.datastore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A file system below H2, over another one, for one store: what is written to it goes by way of its {@link StoreFile}. Public because
 * H2 makes paths by reflection.
 */
public final class CarefulPath extends FilePathWrapper {

    private static final String STORE_FILE = ".mv.db";

    private String scheme = "";
    private @Nullable StoreFile file;
    private boolean writeThrough;

    /** For H2. */
    public CarefulPath() {}

    /**
     * @param scheme what its paths begin with, before a colon
     * @param writeThrough whether a write returns only when the disk has it
     */
    CarefulPath(String scheme, StoreFile file, boolean writeThrough) {
        this.scheme = scheme;
        this.file = file;
        this.writeThrough = writeThrough;
    }

    @Override
    public String getScheme() {
        return scheme;
    }

    @Override
    public FilePathWrapper getPath(String path) {
        return like(super.getPath(path));
    }

    @Override
    public @Nullable FilePathWrapper wrap(@Nullable FilePath base) {
        FilePathWrapper wrapped = super.wrap(base);
        return wrapped == null ? null : like(wrapped);
    }

    private CarefulPath like(FilePathWrapper fresh) {
        CarefulPath path = (CarefulPath) fresh;
        path.scheme = scheme;
        path.file = file;
        path.writeThrough = writeThrough;
        return path;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        StoreFile written = mode.equals("rw") && getName().endsWith(STORE_FILE) ? file : null;
        if (written == null) {
            return getBase().open(mode);
        }
        FileChannel channel = getBase().open(writeThrough ? "rwd" : mode);
        written.opened(channel);
        return new Channel(channel, written);
    }

    private static final class Channel extends FileBase {

        private final FileChannel base;
        private final StoreFile file;

        Channel(FileChannel base, StoreFile file) {
            this.base = base;
            this.file = file;
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            int length = from.remaining();
            write(from, base.position());
            base.position(base.position() + length);
            return length;
        }

        @Override
        public int write(ByteBuffer from, long position) throws IOException {
            int begin = from.position();
            int length = from.remaining();
            file.write(() -> {
                while (from.hasRemaining()) {
                    base.write(from, position + from.position() - begin);
                }
            });
            return length;
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            file.write(() -> base.truncate(size));
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(base);
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return base.read(into);
        }

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            return base.read(into, position);
        }

        @Override
        public long position() throws IOException {
            return base.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            base.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return base.size();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return base.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            base.close();
        }

        @Override
        public String toString() {
            return base.toString();
        }
    }
}
