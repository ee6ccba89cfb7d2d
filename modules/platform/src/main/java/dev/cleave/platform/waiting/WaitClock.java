package dev.cleave.platform.waiting;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.failure.FailureText;
import dev.cleave.platform.messaging.CommandNotAnswered;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.Placement;
import dev.cleave.platform.telemetry.LogContext;
import dev.cleave.platform.telemetry.Tracing;
import dev.cleave.platform.time.StoreTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Turns waits that have run out into commands, once those who may have an answer to read have read it, see {@link Readiness}.
 * Every replica does so for its context: a command sent twice is taken calmly by the aggregate.
 */
final class WaitClock implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WaitClock.class);
    private static final int BATCH = 200;

    private final Map<Context, StoredWaits> waits = new HashMap<>();
    private final Map<Context, Map<String, WaitRunOut>> runOuts = new HashMap<>();
    private final Map<Context, Readiness> readiness = new HashMap<>();
    private final DataStores stores;
    private final StoreTimes times;
    private final Commands commands;
    private final Tracing tracing;
    private final Duration interval;
    private ScheduledExecutorService scheduler;

    WaitClock(
            List<WaitRunOut> runOuts,
            Placement placement,
            DataStores stores,
            StoreTimes times,
            Commands commands,
            Tracing tracing,
            Function<Context, Readiness> readiness,
            Duration interval) {
        for (WaitRunOut runOut : runOuts) {
            Context context = placement.heldBy(runOut.getClass());
            waits.computeIfAbsent(context, c -> {
                StoredWaits open = new StoredWaits(stores.of(c), times.of(c));
                times.of(c).listen(open);
                return open;
            });
            this.readiness.computeIfAbsent(context, readiness);
            WaitRunOut twin = this.runOuts.computeIfAbsent(context, c -> new HashMap<>()).put(runOut.kind(), runOut);
            if (twin != null) {
                throw new IllegalStateException("Two answers to the end of the wait " + runOut.kind() + " in " + context.name());
            }
        }
        this.stores = stores;
        this.times = times;
        this.commands = commands;
        this.tracing = tracing;
        this.interval = interval;
    }

    @Override
    public void start() {
        scheduler = Executors.newScheduledThreadPool(
                Math.max(1, waits.size()), Thread.ofVirtual().name("waits-", 0).factory());
        for (Context context : waits.keySet()) {
            scheduler.scheduleWithFixedDelay(
                    () -> look(context, times.of(context).instant()), interval.toMillis(), interval.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    /**
     * One look at the waits of a context; never two at once.
     *
     * @param now by the time of the context's store
     */
    void look(Context context, Instant now) {
        stores.awaitWritable();
        try {
            StoredWaits open = waits.get(context);
            Readiness ready = readiness.get(context);
            if (ready.behind() || !open.due(now, 1).isEmpty()) {
                ready.upTo(now).ifPresent(moment -> open.due(moment, BATCH).forEach(wait -> runOut(context, wait)));
            }
        } catch (RuntimeException e) {
            log.warn("{}: the waits that have run out will be looked at again: {}", context.name(), FailureText.of(e));
        }
    }

    private void runOut(Context context, StoredWaits.Due wait) {
        try {
            send(context, wait);
        } catch (CommandNotAnswered e) {
            log.warn("{}: the end of the wait {} will be told again: {}", context.name(), wait.kind(), e.getMessage());
        } catch (RuntimeException e) {
            log.error("{}: the end of the wait {} of {} can't be told", context.name(), wait.kind(), wait.subject(), e);
        } finally {
            waits.get(context).askAgain(wait, times.of(context).instant());
        }
    }

    private void send(Context context, StoredWaits.Due wait) {
        WaitRunOut runOut = runOuts.get(context).get(wait.kind());
        if (runOut == null) {
            log.error("Nothing follows the end of the wait {} in {}; a WaitRunOut of that kind is missing", wait.kind(),
                    context.name());
            return;
        }
        try (Tracing.Part _ = tracing.begun(context.name() + " wait " + wait.kind());
                LogContext _ = LogContext.enter(tracing.correlation(), context.name())) {
            commands.send(runOut.command(wait.subject()));
        }
    }

    /** Not by interruption, which would close the files of stores on H2. */
    @Override
    public void stop() {
        scheduler.shutdown();
        scheduler = null;
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    /** Starts after the processors and stops before them. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 100;
    }
}
