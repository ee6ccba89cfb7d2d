package dev.cleave.platform.datastore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.Placement;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.flywaydb.core.Flyway;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/**
 * The data stores of this process: one for each context it holds, and those that its parts open besides.
 *
 * <p>By default a store is a file of its own in the data directory, kept by H2. What must not be lost is handed to the operating
 * system before it is acknowledged, so that it survives the end of the process, however sudden; see {@link GroupFlush}.
 */
public final class DataStores implements AutoCloseable {

    /** The name of the event store's store, whose one writer makes every commit durable by itself. */
    public static final String EVENTS = "events";

    private final DataStoreProperties properties;
    private final Placement placement;
    private final MeterRegistry meters;
    private final Map<String, DataStore> open = new ConcurrentHashMap<>();
    private final H2Upkeep upkeep = new H2Upkeep();

    public DataStores(DataStoreProperties properties, Placement placement) {
        this(properties, placement, new SimpleMeterRegistry());
    }

    DataStores(DataStoreProperties properties, Placement placement, MeterRegistry meters) {
        this.properties = properties;
        this.placement = placement;
        this.meters = meters;
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

    private DataStore connect(String name, String... migrations) {
        DataStoreProperties.Store settings = properties.of(name);
        String url = settings.url() != null ? settings.url() : h2File(name, settings);
        Database database = Database.of(url);
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
        config.setJdbcUrl(url);
        config.setUsername(settings.username() != null ? settings.username() : database == Database.H2 ? "cleave" : null);
        config.setPassword(settings.password() != null ? settings.password() : database == Database.H2 ? "" : null);
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
        @Nullable HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(config);
            migrate(pool, database, settings, migrations);
            @Nullable MVStore file = database == Database.H2 ? H2Upkeep.fileOf(pool) : null;
            @Nullable GroupFlush flush = file == null || name.equals(EVENTS) ? null : new GroupFlush(file);
            if (file != null) {
                upkeep.lookAfter(file);
            }
            return new DataStore(name, database, pool, file, flush);
        } catch (SQLException | RuntimeException e) {
            if (pool != null) {
                pool.close();
            }
            throw new StoreNotAvailable(name, url, e);
        }
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
                .placeholders(Map.of("binary", database.binaryType()));
        if (settings.schema() != null) {
            flyway.schemas(settings.schema());
        }
        flyway.load().migrate();
    }

    /** {@code retry:}, because H2 would otherwise close the whole store when a thread that reads from it is interrupted. */
    private String h2File(String name, DataStoreProperties.Store settings) {
        return "jdbc:h2:retry:" + properties.dataDirectory().toAbsolutePath().normalize().resolve(name)
                + (name.equals(EVENTS) ? ";WRITE_DELAY=0" : "") + ";QUERY_CACHE_SIZE=64;RETENTION_TIME=" + H2Upkeep.RETENTION
                + ";DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE="
                + settings.cacheSize();
    }

    @Override
    public void close() {
        upkeep.close();
        open.values().forEach(DataStore::close);
    }

    /** A store that can't be opened, with the remedy. */
    public static final class StoreNotAvailable extends RuntimeException {

        StoreNotAvailable(String name, String url, Throwable cause) {
            super("The data store '" + name + "' at " + url.split("[?;]")[0] + " can't be opened: " + remedy(cause), cause);
        }

        private static String remedy(Throwable cause) {
            String reason = String.valueOf(NestedExceptionUtils.getMostSpecificCause(cause).getMessage());
            if (reason.contains("may be already in use") || reason.contains("The file is locked")) {
                return "another process has it open. Stop that process, or give this one another folder with cleave.data-directory.";
            }
            return reason.split(";")[0]
                    + ". Check cleave.data-directory, or the store's url, username and password in cleave.stores.";
        }
    }
}
