package dev.cleave.platform.web.idempotency;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.Placement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The idempotent requests of every context of this process; removes them when they expire. */
public final class IdempotencyKeys implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyKeys.class);

    private final DataStores stores;
    private final Placement placement;
    private final Duration claim;
    private final Duration expiry;
    private final Duration purgeInterval;
    private final Function<Context, Clock> clocks;
    private final Map<String, IdempotentRequests> byContext = new ConcurrentHashMap<>();
    private volatile @Nullable ScheduledExecutorService purging;

    /**
     * @param claim after how long a request that is being worked on counts as given up
     * @param expiry how long a key is remembered
     * @param purgeInterval how often expired keys are removed
     */
    public IdempotencyKeys(
            DataStores stores,
            Placement placement,
            Duration claim,
            Duration expiry,
            Duration purgeInterval,
            Function<Context, Clock> clocks) {
        this.stores = stores;
        this.placement = placement;
        this.claim = claim;
        this.expiry = expiry;
        this.purgeInterval = purgeInterval;
        this.clocks = clocks;
    }

    /** The requests to the context of the given name, if this process holds it. */
    public Optional<IdempotentRequests> of(String name) {
        IdempotentRequests known = byContext.get(name);
        return known != null
                ? Optional.of(known)
                : placement.held().stream().filter(context -> context.name().equals(name)).findFirst().map(this::of);
    }

    private IdempotentRequests of(Context context) {
        return byContext.computeIfAbsent(context.name(), name -> new IdempotentRequests(
                stores.of(context), clocks.apply(context), claim, expiry));
    }

    @Override
    public void start() {
        placement.held().forEach(this::of);
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("idempotency-keys").factory());
        long interval = purgeInterval.toMillis();
        executor.scheduleWithFixedDelay(this::purge, interval, interval, TimeUnit.MILLISECONDS);
        purging = executor;
    }

    void purge() {
        stores.awaitWritable();
        byContext.forEach((context, requests) -> {
            try {
                int purged = requests.purge();
                LOG.debug("{} expired idempotency keys of {} removed", purged, context);
            } catch (RuntimeException e) {
                LOG.warn("Expired idempotency keys of {} could not be removed; the next attempt follows", context, e);
            }
        });
    }

    /** Not by interruption, which would close the files of stores on H2. */
    @Override
    public void stop() {
        ScheduledExecutorService executor = purging;
        purging = null;
        if (executor != null) {
            executor.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return purging != null;
    }
}
