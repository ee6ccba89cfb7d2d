package dev.cleave.platform.datastore;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Whether the stores of this process answer and can be written to. They are asked in the background, each on its own, so that looking at the health never
 * waits for a database.
 */
final class StoresHealth implements HealthIndicator, SmartLifecycle {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    /** A store that is merely busy is not taken for one that is gone. */
    private static final int SILENCE_SECONDS = 8;

    private final DataStores stores;
    private final Map<String, Long> answeredAt = new ConcurrentHashMap<>();
    private ScheduledExecutorService scheduler;

    StoresHealth(DataStores stores) {
        this.stores = stores;
    }

    @Override
    public Health health() {
        long now = System.nanoTime();
        Map<String, String> silent = new TreeMap<>();
        answeredAt.forEach((store, at) -> {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(now - at);
            if (seconds >= SILENCE_SECONDS) {
                silent.put(store, "has not answered for " + seconds + " s; see that its database runs and takes connections");
            }
        });
        stores.all().forEach(store -> store.trouble().ifPresent(trouble -> silent.put(store.name(), trouble)));
        return (silent.isEmpty() ? Health.up() : Health.down().withDetails(silent)).build();
    }

    private void ask(DataStore store) {
        try {
            // Without a time limit: H2 would keep it for whatever else uses the connection later. Hanging is silence too.
            store.jdbcTemplate().queryForObject("SELECT 1", Integer.class);
            answeredAt.put(store.name(), System.nanoTime());
        } catch (DataAccessException noAnswer) {
            // Its silence is what counts.
        }
    }

    @Override
    public void start() {
        Collection<DataStore> watched = stores.all();
        scheduler = Executors.newScheduledThreadPool(watched.size(), Thread.ofVirtual().name("store-watch-", 0).factory());
        for (DataStore store : watched) {
            answeredAt.put(store.name(), System.nanoTime());
            scheduler.scheduleWithFixedDelay(
                    () -> ask(store), INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Not by interruption, which would close the files of stores on H2. */
    @Override
    public void stop() {
        stores.stopWaiting();
        scheduler.shutdown();
        scheduler = null;
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
