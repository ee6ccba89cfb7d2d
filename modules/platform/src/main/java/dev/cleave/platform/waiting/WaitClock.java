package dev.cleave.platform.waiting;

import dev.cleave.platform.datastore.DataStores;
import dev.cleave.platform.failure.FailureText;
import dev.cleave.platform.messaging.CommandNotAnswered;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.repeated.RepeatedWork;
import dev.cleave.platform.telemetry.LogContext;
import dev.cleave.platform.telemetry.Tracing;
import dev.cleave.platform.time.StoreTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns waits that have run out into commands, once those who may have an answer to read have read it, see {@link Readiness}.
 * Every replica does so for its context: a command sent twice is taken calmly by the aggregate.
 */
final class WaitClock extends RepeatedWork {

    private static final Logger log = LoggerFactory.getLogger(WaitClock.class);
    private static final int BATCH = 200;

    private final ContextWaits waits;
    private final Map<Context, Readiness> readiness = new ConcurrentHashMap<>();
    private final DataStores stores;
    private final StoreTimes times;
    private final Commands commands;
    private final Tracing tracing;
    private final Function<Context, Readiness> readinessOf;

    WaitClock(
            ContextWaits waits,
            DataStores stores,
            StoreTimes times,
            Commands commands,
            Tracing tracing,
            Function<Context, Readiness> readinessOf,
            Duration interval) {
        // Starts after the processors and stops before them.
        super("waits", interval, Integer.MAX_VALUE - 100);
        this.waits = waits;
        this.stores = stores;
        this.times = times;
        this.commands = commands;
        this.tracing = tracing;
        this.readinessOf = readinessOf;
    }

    @Override
    protected List<Runnable> pieces() {
        return waits.contexts().stream().<Runnable>map(context -> () -> look(context, times.of(context).instant())).toList();
    }

    /**
     * One look at the waits of a context; never two at once.
     *
     * @param now by the time of the context's store
     */
    void look(Context context, Instant now) {
        stores.awaitWritable();
        try {
            StoredWaits open = waits.of(context);
            Readiness ready = readiness.computeIfAbsent(context, readinessOf);
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
            waits.of(context).askAgain(wait, times.of(context).instant());
        }
    }

    private void send(Context context, StoredWaits.Due wait) {
        Wait declared = waits.declared(context, wait.kind());
        if (declared == null) {
            log.error(
                    "Nothing follows the end of the wait {} in {}: no constant of that name is declared any more. Declare it again, or"
                            + " rebuild the view that opened it",
                    wait.kind(), context.name());
            return;
        }
        try (Tracing.Part _ = tracing.begun(context.name() + " wait " + wait.kind());
                LogContext _ = LogContext.enter(tracing.correlation(), context.name())) {
            commands.send(declared.command(wait.subject()));
        }
    }
}
