package dev.cleave.platform.time;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.repeated.RepeatedWork;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The time of each context's store, see {@link StoreTime}; kept there every few seconds. */
public final class StoreTimes extends RepeatedWork {

    private static final Logger log = LoggerFactory.getLogger(StoreTimes.class);

    private static final Duration FOREVER = Duration.ofDays(1);

    private final DataStores stores;
    private final Placement placement;
    private final InstantSource machine;
    private final LongSupplier nanoTime;
    private final ClockWatch watch;
    private final Map<Context, StoreTime> times = new ConcurrentHashMap<>();
    private boolean keptBefore;

    StoreTimes(DataStores stores, Placement placement, InstantSource machine, LongSupplier nanoTime, ClockWatch watch) {
        // Before everything that goes by it, and after it.
        super("store-time", StoreTime.INTERVAL, Integer.MIN_VALUE + 1_000);
        this.stores = stores;
        this.placement = placement;
        this.machine = machine;
        this.nanoTime = nanoTime;
        this.watch = watch;
    }

    /** The time of the store of one of this process's contexts. */
    public StoreTime of(Context context) {
        return times.computeIfAbsent(context, c -> new StoreTime(stores.of(c), machine, nanoTime));
    }

    /** Keeps all times, and reports by how much the clock has moved. */
    void keep() {
        Duration widest = Duration.ZERO;
        for (Context context : placement.held()) {
            try {
                Duration jump = of(context).keep();
                widest = jump.abs().compareTo(widest.abs()) > 0 ? jump : widest;
            } catch (RuntimeException e) {
                log.debug("The time of the store of {} can't be kept at present", context.name(), e);
            }
        }
        if (keptBefore) {
            watch.seen(widest);
        } else {
            watch.seenAtStart(widest);
            keptBefore = true;
        }
    }

    /** What ran out while the store was closed is settled before anybody asks. */
    @Override
    public void start() {
        keep();
        super.start();
    }

    @Override
    protected List<Runnable> pieces() {
        return List.of(this::keep);
    }

    @Override
    public void stop() {
        if (isRunning()) {
            stop(FOREVER);
            keep();
        }
    }
}
