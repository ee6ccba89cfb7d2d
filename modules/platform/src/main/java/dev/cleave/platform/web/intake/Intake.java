package dev.cleave.platform.web.intake;

import dev.cleave.platform.processing.Lag;
import dev.cleave.platform.processing.Lags;
import dev.cleave.platform.processing.Processor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes on no more than is worked off. While a policy is too far behind, requests that start a process wait in line, and go on one
 * after the other as soon as the policy has caught up. Refused is only what finds the line full, or would have to wait longer than its
 * patience.
 *
 * <p>A policy that does not get on at all is not overloaded but held up, by another unit that is away for instance; what is accepted
 * meanwhile waits for it. But where nobody has worked on a segment of the events for longer than a takeover takes, nobody can say when that
 * ends, and everything is refused at once.
 */
public final class Intake {

    private static final long LOOK_AGAIN = Duration.ofMillis(20).toNanos();

    private final Lags lags;
    private final ProcessStarts starts;
    private final Duration maxLag;
    private final Duration patience;
    private final int longestLine;
    private final Semaphore line;
    /** Fair, so that the line moves in the order of arrival. */
    private final ReentrantLock front = new ReentrantLock(true);

    /**
     * @param longestLine how many requests may wait at once
     * @param patience how long one of them may wait
     */
    public Intake(Lags lags, ProcessStarts starts, Duration maxLag, int longestLine, Duration patience) {
        this.lags = lags;
        this.starts = starts;
        this.maxLag = maxLag;
        this.longestLine = longestLine;
        this.patience = patience;
        this.line = new Semaphore(longestLine);
    }

    /** What becomes of a request. */
    enum Decision {
        /** It may go on. */
        GO_ON,
        /** It would wait too long: there is too much under way. */
        TOO_MUCH,
        /** Nobody works on a part of the events, and nobody knows for how long. */
        NOBODY_WORKS
    }

    /** Decides whether the request may go on, at once or after a wait in line. */
    Decision decide(HttpServletRequest request) {
        if (!starts.includes(request)) {
            return Decision.GO_ON;
        }
        if (lags.all().stream().anyMatch(Lag::abandoned)) {
            return Decision.NOBODY_WORKS;
        }
        if (!line.tryAcquire()) {
            return Decision.TOO_MUCH;
        }
        try {
            return waitInLine(System.nanoTime() + patience.toNanos()) ? Decision.GO_ON : Decision.TOO_MUCH;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Decision.TOO_MUCH;
        } finally {
            line.release();
        }
    }

    /** How many requests wait in line. */
    int waiting() {
        return longestLine - line.availablePermits();
    }

    private boolean waitInLine(long end) throws InterruptedException {
        if (!front.tryLock(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        try {
            while (tooFarBehind()) {
                if (System.nanoTime() - end >= 0) {
                    return false;
                }
                LockSupport.parkNanos(this, LOOK_AGAIN);
            }
            return true;
        } finally {
            front.unlock();
        }
    }

    private boolean tooFarBehind() {
        return lags.all().stream().anyMatch(this::tooFarBehind);
    }

    private boolean tooFarBehind(Lag lag) {
        return lag.processor().kind() == Processor.Kind.POLICY && lag.moving() && lag.time().compareTo(maxLag) > 0;
    }
}
