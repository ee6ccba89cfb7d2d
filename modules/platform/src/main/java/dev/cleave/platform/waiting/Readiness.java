package dev.cleave.platform.waiting;

import dev.cleave.platform.placement.Context;
import dev.cleave.platform.processing.Processor;
import dev.cleave.platform.processing.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the waits of a context may run out. An answer that is stored already, but that the context has not read yet, would end
 * a wait that is over by the clock; after a standstill many are like that. So a wait runs out when those whom it depends on have
 * read what was stored as it was found to be over, or when they have been behind for so long that it must end without them.
 */
final class Readiness {

    private static final Logger log = LoggerFactory.getLogger(Readiness.class);

    private final Context context;
    private final ContextWaits waits;
    private final Progress progress;
    private final Duration patience;
    private @Nullable Look look;
    private @Nullable Instant behindSince;
    private boolean said;

    Readiness(Context context, ContextWaits waits, Progress progress, Duration patience) {
        this.context = context;
        this.waits = waits;
        this.progress = progress;
        this.patience = patience;
    }

    /** When waits were found to be over, and the last event that was stored then. */
    private record Look(Instant at, long head) {}

    /** Whether somebody was behind when last asked. */
    boolean behind() {
        return behindSince != null;
    }

    /** The moment up to which waits that are over may run out; none if they have to be looked at again. */
    Optional<Instant> upTo(Instant now) {
        Look from = look == null ? new Look(now, progress.head()) : look;
        List<String> behind = waits.keepers(context).stream()
                .filter(processor -> progress.of(processor) < from.head())
                .map(Processor::name)
                .toList();
        if (behind.isEmpty()) {
            look = null;
            behindSince = null;
            said = false;
            return Optional.of(from.at());
        }
        look = from;
        behindSince = behindSince == null ? now : behindSince;
        if (Duration.between(behindSince, now).compareTo(patience) < 0) {
            return Optional.empty();
        }
        if (!said) {
            log.warn(
                    "{}: waits run out although {} have been behind for {} s and may have answers to read; see /actuator/processors",
                    context.name(), behind, Duration.between(behindSince, now).toSeconds());
            said = true;
        }
        return Optional.of(now);
    }
}
