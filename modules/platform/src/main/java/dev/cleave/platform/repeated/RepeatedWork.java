package dev.cleave.platform.repeated;

import dev.cleave.platform.failure.FailureText;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work that begins with the application and is done again after each interval until the application stops. It is never interrupted, which
 * would close the files of stores on H2. A round that fails is logged, and the next one follows.
 */
public abstract class RepeatedWork implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RepeatedWork.class);

    private final String name;
    private final Duration interval;
    private final int phase;
    private volatile @Nullable ScheduledExecutorService threads;

    /**
     * @param name of its threads
     * @param interval from the end of a round to the next
     * @param phase when it starts and stops, see {@link SmartLifecycle#getPhase}
     */
    protected RepeatedWork(String name, Duration interval, int phase) {
        this.name = name;
        this.interval = interval;
        this.phase = phase;
    }

    /** The pieces, each of which has a thread of its own and is never done twice at once. Asked for at the start. */
    protected abstract List<? extends Runnable> pieces();

    @Override
    public void start() {
        List<? extends Runnable> pieces = pieces();
        ScheduledExecutorService started = Executors.newScheduledThreadPool(
                Math.max(1, pieces.size()), Thread.ofPlatform().daemon().name(name + "-", 0).factory());
        pieces.forEach(
                piece -> started.scheduleWithFixedDelay(() -> round(piece), 0, interval.toMillis(), TimeUnit.MILLISECONDS));
        threads = started;
    }

    private void round(Runnable piece) {
        try {
            piece.run();
        } catch (RuntimeException e) {
            log.warn("{} failed and will be tried again: {}", name, FailureText.of(e));
        }
    }

    @Override
    public void stop() {
        stop(Duration.ZERO);
    }

    /** Stops it; waits so long for what is being done. Whether that has ended. */
    protected final boolean stop(Duration patience) {
        ScheduledExecutorService present = threads;
        threads = null;
        if (present == null) {
            return true;
        }
        present.shutdown();
        try {
            return present.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
