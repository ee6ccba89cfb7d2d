package dev.cleave.platform.web.idempotency;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.repeated.RepeatedWork;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The idempotent requests of every context of this process; removes them when they expire. */
public final class IdempotencyKeys extends RepeatedWork {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyKeys.class);

    private final DataStores stores;
    private final Placement placement;
    private final Duration claim;
    private final Duration expiry;
    private final Function<Context, Clock> clocks;
    private final Map<String, IdempotentRequests> byContext = new ConcurrentHashMap<>();

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
        super("idempotency-keys", purgeInterval, DEFAULT_PHASE);
        this.stores = stores;
        this.placement = placement;
        this.claim = claim;
        this.expiry = expiry;
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
    protected List<Runnable> pieces() {
        placement.held().forEach(this::of);
        return List.of(this::purge);
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
}
