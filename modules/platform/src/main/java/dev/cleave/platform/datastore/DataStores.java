package dev.cleave.platform.datastore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.Placement;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.h2.mvstore.MVStore;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * The data stores of this process: one for each context it holds, and those that its parts open besides.
 *
 * <p>By default a store is a file of its own in the data directory, kept by H2. What must not be lost is handed to the operating
 * system before it is acknowledged, so that it survives the end of the process, however sudden; see {@link FileKeeper}.
 */
public final class DataStores implements AutoCloseable {

    /** The name of the event store's store, whose one writer makes every commit durable by itself. */
    public static final String EVENTS = "events";

    /** The exit code of a process that ended because a disk or H2 failed. */
    private static final int DISK_FAILED = 74;

    private static final Logger log = LoggerFactory.getLogger(DataStores.class);
    private static final String H2 = "jdbc:h2:";
    private static final List<String> NOT_IN_A_FILE = List.of(H2 + "mem:", H2 + "tcp:", H2 + "ssl:");
    private static final String WRITE_DELAY = "WRITE_DELAY=";

    private final DataStoreProperties properties;
    private final Placement placement;
    private final MeterRegistry meters;
    private final Map<String, DataStore> open = new ConcurrentHashMap<>();
    private final Map<String, StoreFile> files = new ConcurrentHashMap<>();
    private final List<CarefulPath> paths = new CopyOnWriteArrayList<>();
    private final Consumer<String> end;
    private final DataFolder folder;
    private final Set<String> lost;

    public DataStores(DataStoreProperties properties, Placement placement) {
        this(properties, placement, new SimpleMeterRegistry());
    }

    DataStores(DataStoreProperties properties, Placement placement, MeterRegistry meters) {
        this(properties, placement, meters, Set.of());
    }

    /** @param lost the stores whose loss is accepted */
    DataStores(DataStoreProperties properties, Placement placement, MeterRegistry meters, Set<String> lost) {
        this(properties, placement, meters, lost, DataStores::endProcess);
    }

    /** @param end what ends the process, given the reason */
    DataStores(DataStoreProperties properties, Placement placement, MeterRegistry meters, Consumer<String> end) {
        this(properties, placement, meters, Set.of(), end);
    }

    private DataStores(
            DataStoreProperties properties,
            Placement placement,
            MeterRegistry meters,
            Set<String> lost,
            Consumer<String> end) {
        this.end = end;
        this.properties = properties;
        this.placement = placement;
        this.meters = meters;
        this.folder = new DataFolder(properties.dataDirectory());
        this.lost = lost;
    }

    /** The store of one of this process's contexts; opened and migrated when first asked for. */
    public DataStore of(Context context) {
        return open(context.name(), "db/platform", "db/" + context.name());
    }

    /**
     * The store of the context with the given name.
     *
     * @throws IllegalArgumentException if this process does not hold it
     */
    public DataStore ofContext(String name) {
        return placement.held().stream()
                .filter(context -> context.name().equals(name))
                .findFirst()
                .map(this::of)
                .orElseThrow(() -> new IllegalArgumentException("This process does not hold a context " + name));
    }

    /** The store of the context that a class belongs to. */
    public DataStore ofContextOf(Class<?> type) {
        return of(placement.heldBy(type));
    }

    /**
     * A store by name; opened and migrated when first asked for.
     *
     * @param migrations where its migrations are on the class path
     * @throws StoreNotAvailable if it can't be opened
     */
    public DataStore open(String name, String... migrations) {
        return open.computeIfAbsent(name, n -> connect(n, migrations));
    }

    /** All stores that are open. */
    public Collection<DataStore> all() {
        return List.copyOf(open.values());
    }

    /** Returns when every store can be written to, or nobody is to wait for that any more. */
    public void awaitWritable() {
        files.values().forEach(StoreFile::awaitWritable);
    }

    /** From now on nobody waits until a disk is well again: what can't be written fails. For a process that is about to end. */
    void stopWaiting() {
        files.values().forEach(StoreFile::stopWaiting);
    }

    /** Whether the loss of a store is accepted. */
    public boolean isGivenUp(String name) {
        return lost.contains(name);
    }

    /** Has the data directory remember the stores that are open, once they are known to belong together. */
    void remember() {
        open.values().forEach(store -> {
            if (isInFolder(store.name())) {
                store.file().ifPresent(file -> folder.remember(store.name(), file));
            }
        });
    }

    private boolean isInFolder(String name) {
        return properties.of(name).url() == null;
    }

    private DataStore connect(String name, String... migrations) {
        DataStoreProperties.Store settings = properties.of(name);
        if (isInFolder(name) && !isGivenUp(name)) {
            folder.beforeOpening(name);
        }
        String url = settings.url() != null ? settings.url() : h2File(name, settings);
        try {
            Database database = Database.of(url);
            return database == Database.H2 && NOT_IN_A_FILE.stream().noneMatch(url::startsWith)
                    ? connectToFile(name, url, settings, migrations)
                    : connectToDatabase(name, database, url, settings, migrations);
        } catch (StoreNotAvailable e) {
            throw e;
        } catch (SQLException | RuntimeException e) {
            throw new StoreNotAvailable(name, url, e);
        }
    }

    private DataStore connectToDatabase(
            String name, Database database, String url, DataStoreProperties.Store settings, String... migrations) {
        HikariDataSource pool = migrated(name, database, url, settings, migrations);
        return new DataStore(name, database, pool, null, null, false);
    }

    private DataStore connectToFile(String name, String url, DataStoreProperties.Store settings, String... migrations)
            throws SQLException {
        boolean events = name.equals(EVENTS);
        boolean writeThrough = properties.durability() == DataStoreProperties.Durability.POWER_CUT;
        StoreFile file = new StoreFile(name, events && !writeThrough ? this::forceAllButEvents : () -> {}, end);
        String scheme = "cleave-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        CarefulPath path = new CarefulPath(scheme, file, writeThrough);
        FilePath.register(path);
        paths.add(path);
        String carefully = H2 + scheme + ":" + url.substring(H2.length())
                + (events && !url.toUpperCase(Locale.ROOT).contains(WRITE_DELAY) ? ";" + WRITE_DELAY + "0" : "");
        @Nullable Connection anchor = null;
        @Nullable HikariDataSource pool = null;
        try {
            anchor = DriverManager.getConnection(carefully, username(Database.H2, settings), password(Database.H2, settings));
            MVStore store = FileKeeper.fileOf(anchor);
            if (isInFolder(name) && !isGivenUp(name)) {
                folder.afterOpening(name, store);
            }
            requireWritable(store);
            pool = migrated(name, Database.H2, carefully, settings, migrations);
            file.waitForRoom();
            files.put(name, file);
            FileKeeper keeper = new FileKeeper(name, store, file, end);
            if (!events) {
                keeper.writeOnlyWhenAsked();
            }
            return new DataStore(name, Database.H2, pool, anchor, keeper, !events);
        } catch (SQLException | RuntimeException e) {
            if (pool != null) {
                pool.close();
            }
            if (anchor != null) {
                anchor.close();
            }
            throw e;
        }
    }

    /** Writes a little, so that a full disk is found now and not by the first caller. */
    private static void requireWritable(MVStore store) {
        if (store.isReadOnly()) {
            throw new IllegalStateException("its file may be read only");
        }
        store.setStoreVersion(store.getStoreVersion());
        store.commit();
        store.sync();
    }

    /** What belongs to an event, and is written before it, is never older on the disk than the event. */
    private void forceAllButEvents() {
        files.forEach((name, file) -> {
            if (!name.equals(EVENTS)) {
                file.force();
            }
        });
    }

    private static void endProcess(String reason) {
        log.error("{} The process ends with exit code {}.", reason, DISK_FAILED);
        Runtime.getRuntime().halt(DISK_FAILED);
    }

    private HikariDataSource migrated(
            String name, Database database, String url, DataStoreProperties.Store settings, String... migrations) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
        config.setJdbcUrl(url);
        config.setUsername(username(database, settings));
        config.setPassword(password(database, settings));
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        if (settings.schema() != null) {
            config.setSchema(settings.schema());
        }
        if (database == Database.POSTGRESQL) {
            // Or a failed batch would put its values, personal data among them, into the message and the log.
            config.addDataSourceProperty("logServerErrorDetail", "false");
        }
        HikariDataSource pool = new HikariDataSource(config);
        try {
            if (database == Database.POSTGRESQL) {
                OthersData.requireOutOfReach(name, settings.schema(), pool);
            }
            migrate(pool, database, settings, migrations);
            return pool;
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static @Nullable String username(Database database, DataStoreProperties.Store settings) {
        return settings.username() != null ? settings.username() : database == Database.H2 ? "cleave" : null;
    }

    private static @Nullable String password(Database database, DataStoreProperties.Store settings) {
        return settings.password() != null ? settings.password() : database == Database.H2 ? "" : null;
    }

    private static void migrate(
            HikariDataSource pool, Database database, DataStoreProperties.Store settings, String... migrations) {
        List<String> locations = new ArrayList<>();
        for (String migration : migrations) {
            locations.add("classpath:" + migration);
        }
        var flyway = Flyway.configure()
                .dataSource(pool)
                .locations(locations.toArray(String[]::new))
                .table("schema_history")
                // The platform's versions, below 1, go on beside those of the context.
                .outOfOrder(true)
                .placeholders(Map.of(
                        "binary", database.binaryType(), "large_binary", database.largeBinaryType()));
        if (settings.schema() != null) {
            flyway.schemas(settings.schema());
        }
        flyway.load().migrate();
    }

    /** {@code retry:}, because H2 would otherwise close the whole store when a thread that reads from it is interrupted. */
    private String h2File(String name, DataStoreProperties.Store settings) {
        return "jdbc:h2:retry:" + folder.made().resolve(name)
                + ";QUERY_CACHE_SIZE=64;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;CACHE_SIZE="
                + settings.cacheSize();
    }

    /** What to do when a store is not the one that it should be. */
    public static String remedyForLost(String store) {
        return "Put its file back, or restore all stores from one backup into an empty folder." + (store.equals(EVENTS) ? ""
                : " If it is lost for good, start once with --cleave.lost-stores=" + store
                        + ": what is derived from events is derived"
                        + " anew, but what no event tells stays lost, such as addresses, mails sent and idempotency keys.");
    }

    @Override
    public void close() {
        open.values().forEach(DataStore::close);
        paths.forEach(FilePath::unregister);
    }

    /** A store that can't be opened, with the remedy. */
    public static final class StoreNotAvailable extends RuntimeException {

        /** @param message says what is wrong and what to do */
        public StoreNotAvailable(String message) {
            super(message);
        }

        StoreNotAvailable(String name, String url, Throwable cause) {
            super("The data store '" + name + "' at " + url.split("[?;]")[0] + " can't be opened: " + remedy(cause), cause);
        }

        private static String remedy(Throwable cause) {
            String reason = String.valueOf(NestedExceptionUtils.getMostSpecificCause(cause).getMessage());
            if (reason.contains("may be already in use") || reason.contains("The file is locked")) {
                return "another process has it open. Stop that process, or give this one another folder with cleave.data-directory.";
            }
            if (NestedExceptionUtils.getMostSpecificCause(cause) instanceof OutOfMemoryError) {
                return "the memory has run out. Give the process more, for example with -Xmx512m.";
            }
            if (reason.contains("may be read only") || reason.contains("read-only") || reason.contains("Read-only")
                    || reason.contains("Permission denied")) {
                return "it can't be written to. Give this user the right to write to its folder and file, and see that the file system "
                        + "is not read-only; or choose another folder with cleave.data-directory.";
            }
            if (NestedExceptionUtils.getMostSpecificCause(cause) instanceof IOException) {
                return reason + ". " + StoreFile.remedy(reason);
            }
            return reason.split(";")[0]
                    + ". Check cleave.data-directory, or the store's url, username and password in cleave.stores.";
        }
    }
}
