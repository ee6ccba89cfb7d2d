package dev.cleave.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A disk below H2 that fails when and how a test wants it to, and that remembers what would be left of each file after a power cut:
 * what was forced. Public because H2 makes paths by reflection.
 */
public final class TestDisk extends FilePathWrapper implements AutoCloseable {

    /** What befalls what is written. */
    public enum Fault {
        NONE(""),
        FULL("No space left on device"),
        /** The first half of what is written finds room. */
        ALMOST_FULL("No space left on device"),
        ILL("Input/output error"),
        READ_ONLY("Read-only file system");

        private final String message;

        Fault(String message) {
            this.message = message;
        }
    }

    private static final String LEFT = ".left";

    private State state = new State("");

    private static final class State {

        private final String scheme;
        private final Map<String, Written> files = new ConcurrentHashMap<>();
        private final ReadWriteLock moment = new ReentrantReadWriteLock();
        private volatile Fault fault = Fault.NONE;
        private volatile boolean forceFails;
        private volatile @Nullable Error bug;
        private volatile Predicate<String> concerns = name -> true;

        State(String scheme) {
            this.scheme = scheme;
        }
    }

    private record Range(long from, int length) {}

    private static final class Written {

        private final Path file;
        private final List<Range> notForced = new CopyOnWriteArrayList<>();

        Written(Path file) {
            this.file = file;
        }

        Path left() {
            return file.resolveSibling(file.getFileName() + LEFT);
        }

        synchronized void forced() throws IOException {
            try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ);
                    FileChannel to = FileChannel.open(left(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                for (Range range : notForced) {
                    ByteBuffer bytes = ByteBuffer.allocate(range.length());
                    from.read(bytes, range.from());
                    to.write(bytes.flip(), range.from());
                }
                notForced.clear();
                if (to.size() > from.size()) {
                    to.truncate(from.size());
                }
            }
        }
    }

    /** For H2. */
    public TestDisk() {}

    /** A disk of that name, which H2 finds until it is closed. */
    public static TestDisk named(String scheme) {
        TestDisk disk = new TestDisk();
        disk.state = new State(scheme);
        FilePath.register(disk);
        return disk;
    }

    /** The URL of stores in a folder on this disk. */
    public String url(Path folder) {
        return "jdbc:h2:" + getScheme() + ":" + folder.toAbsolutePath() + "/{name};DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    }

    /** From now on writes to files whose name matches go wrong. */
    public void fails(Fault fault, Predicate<String> files) {
        state.concerns = files;
        state.fault = fault;
    }

    public void fails(Fault fault) {
        fails(fault, name -> true);
    }

    public void isWell() {
        state.fault = Fault.NONE;
    }

    /** From now on the disk says that it could not keep what was written. */
    public void forcingFails() {
        state.forceFails = true;
    }

    /** From now on writes end in an error of the program. */
    public void writesHit(Error bug) {
        state.bug = bug;
    }

    /**
     * Copies what a power cut in this moment would leave of the files: of each either what was forced, or all that the operating
     * system had.
     *
     * @param onlyForced for which files only what was forced is left
     */
    public void powerCut(Path folder, Predicate<String> onlyForced) {
        state.moment.writeLock().lock();
        try {
            Files.createDirectories(folder);
            for (Written written : state.files.values()) {
                String name = written.file.getFileName().toString();
                Path left = onlyForced.test(name) ? written.left() : written.file;
                if (Files.exists(left)) {
                    Files.copy(left, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            state.moment.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        FilePath.unregister(this);
    }

    @Override
    public String getScheme() {
        return state.scheme;
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

    private TestDisk like(FilePathWrapper fresh) {
        ((TestDisk) fresh).state = state;
        return (TestDisk) fresh;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        Path path = Path.of(getBase().toString());
        FileChannel base = getBase().open(mode.startsWith("rw") ? "rw" : mode);
        return new Channel(
                base, state, state.files.computeIfAbsent(path.toString(), name -> new Written(path)), mode.equals("rwd"));
    }

    private static final class Channel extends FileBase {

        private final FileChannel base;
        private final State state;
        private final Written file;
        private final boolean writesThrough;

        Channel(FileChannel base, State state, Written file, boolean writesThrough) {
            this.base = base;
            this.state = state;
            this.file = file;
            this.writesThrough = writesThrough;
        }

        @Override
        public int write(ByteBuffer from, long position) throws IOException {
            if (state.bug != null) {
                throw state.bug;
            }
            if (state.concerns.test(file.file.getFileName().toString())) {
                if (state.fault == Fault.ALMOST_FULL && from.remaining() > 1) {
                    ByteBuffer half = from.slice(from.position(), from.remaining() / 2);
                    int written = base.write(half, position);
                    file.notForced.add(new Range(position, written));
                    from.position(from.position() + written);
                    return written;
                }
                if (state.fault != Fault.NONE) {
                    throw new IOException(state.fault.message);
                }
            }
            state.moment.readLock().lock();
            try {
                int written = base.write(from, position);
                file.notForced.add(new Range(position, written));
                if (writesThrough) {
                    file.forced();
                }
                return written;
            } finally {
                state.moment.readLock().unlock();
            }
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            int written = write(from, base.position());
            base.position(base.position() + written);
            return written;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            if (state.forceFails) {
                throw new IOException("Input/output error");
            }
            state.moment.readLock().lock();
            try {
                file.forced();
            } finally {
                state.moment.readLock().unlock();
            }
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            state.moment.readLock().lock();
            try {
                base.truncate(size);
            } finally {
                state.moment.readLock().unlock();
            }
            return this;
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
    }
}
