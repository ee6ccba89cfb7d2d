package dev.cleave.platform.datastore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the files of H2 from growing without end, and their latest seconds from depending on the operating system.
 *
 * <p>A store that H2 does not write to on its own has no thread that tidies up either: each write appends the pages that changed,
 * and what they replace stays. So one thread here writes what nobody waits for, moves what is still needed out of the emptiest
 * parts of each file that has changed, a little at a time, and forces the file to the disk well before H2 overwrites a part that
 * has become empty.
 */
final class H2Upkeep implements AutoCloseable {

    /** How long H2 leaves a part of its file alone after it has become empty, in milliseconds. */
    static final int RETENTION = 5_000;

    private static final Logger log = LoggerFactory.getLogger(H2Upkeep.class);
    private static final int PAUSE = 250;
    private static final int ROUNDS_PER_SYNC = 4;
    private static final int FILLED_ENOUGH = 60;
    private static final int BYTES_PER_ROUND = 1024 * 1024;

    private final List<File> files = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofPlatform().name("h2-upkeep").daemon().unstarted(this::run);
    private volatile boolean closing;

    /** The file that a store on H2 is in, or null if it is in memory. */
    static @Nullable MVStore fileOf(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                    && session.getDatabase().isPersistent()
                            ? session.getDatabase().getStore().getMvStore()
                            : null;
        }
    }

    /** Looks after a file from now on. */
    synchronized void lookAfter(MVStore file) {
        files.add(new File(file));
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    /** Ends the upkeep; before the stores are closed. Not by interruption, which would close their files. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        for (int round = 1; !closing; round++) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                log.debug("The upkeep of H2 does not end by being interrupted");
            }
            for (File file : files) {
                if (!closing) {
                    file.tend(round % ROUNDS_PER_SYNC == 0);
                }
            }
        }
    }

    private static final class File {

        private final MVStore store;
        private long tidiedVersion;
        private long forcedVersion;

        File(MVStore store) {
            this.store = store;
        }

        void tend(boolean force) {
            try {
                if (store.isClosed()) {
                    return;
                }
                store.commit();
                long version = store.getCurrentVersion();
                if (version != tidiedVersion) {
                    store.compact(FILLED_ENOUGH, BYTES_PER_ROUND);
                    boolean nothingLeftToDo = store.getCurrentVersion() == version;
                    tidiedVersion = nothingLeftToDo ? version : tidiedVersion;
                }
                if (force && version != forcedVersion) {
                    store.sync();
                    forcedVersion = version;
                }
            } catch (MVStoreException | IllegalStateException e) {
                log.debug("The upkeep of an H2 file failed; it is tried again", e);
            }
        }
    }
}
