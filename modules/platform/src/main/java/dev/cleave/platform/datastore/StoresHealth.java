package dev.cleave.platform.datastore;

import dev.cleave.platform.repeated.RepeatedWork;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;

/**
 * Whether the stores of this process answer and can be written to. They are asked in the background, each on its own, so that looking at the health never
 * waits for a database.
 */
final class StoresHealth extends RepeatedWork implements HealthIndicator {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    /** A store that is merely busy is not taken for one that is gone. */
    private static final int SILENCE_SECONDS = 8;

    private final DataStores stores;
    private final Map<String, Long> answeredAt = new ConcurrentHashMap<>();

    StoresHealth(DataStores stores) {
        super("store-watch", INTERVAL, DEFAULT_PHASE);
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
    protected List<Runnable> pieces() {
        Collection<DataStore> watched = stores.all();
        watched.forEach(store -> answeredAt.put(store.name(), System.nanoTime()));
        return watched.stream().<Runnable>map(store -> () -> ask(store)).toList();
    }

    @Override
    public void stop() {
        stores.stopWaiting();
        super.stop();
    }
}
