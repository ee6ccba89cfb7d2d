package dev.cleave.platform.web;

import dev.cleave.platform.processing.Lag;
import dev.cleave.platform.processing.Lags;
import dev.cleave.platform.processing.Processor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/**
 * Takes on no more than is worked off. A policy that does not get on at all is not overloaded but held up, by another unit that is
 * away for instance; what is accepted meanwhile waits for it. But where nobody has worked on a part of the events for longer than a
 * takeover takes, nobody can say when that ends.
 */
final class Intake {

    private final Lags lags;
    private final Duration maxLag;
    private final ProcessStarts starts;

    Intake(Lags lags, Duration maxLag, ProcessStarts starts) {
        this.lags = lags;
        this.maxLag = maxLag;
        this.starts = starts;
    }

    boolean refuses(HttpServletRequest request) {
        return lags.all().stream().anyMatch(lag -> lag.abandoned() || tooFarBehind(lag)) && starts.includes(request);
    }

    private boolean tooFarBehind(Lag lag) {
        return lag.processor().kind() == Processor.Kind.POLICY && lag.moving() && lag.time().compareTo(maxLag) > 0;
    }
}
