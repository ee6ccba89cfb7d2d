package dev.cleave.platform.time;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Tells by log, meter and health that the clock has moved otherwise than time has passed. Nothing ends or lasts longer by that;
 * but new events bear what the clock says.
 */
final class ClockWatch implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final Duration DAYS = Duration.ofDays(1);

    private final LongSupplier nanoTime;
    private volatile @Nullable Move latest;

    private record Move(Duration jump, long at, String inWords) {}

    ClockWatch(LongSupplier nanoTime, MeterRegistry meters) {
        this.nanoTime = nanoTime;
        TimeGauge.builder("cleave.clock.moved", this, TimeUnit.MILLISECONDS, watch -> {
            Move move = watch.present();
            return move == null ? 0 : move.jump().abs().toMillis();
        }).description("By how much the clock was moved, for a day from then on").register(meters);
    }

    /** Takes note of how the clock has moved while this process was running. */
    void seen(Duration jump) {
        if (notable(jump)) {
            note(jump, "The clock was moved " + (jump.isNegative() ? "back" : "forward") + " by " + inWords(jump)
                    + " while the system was running, or the machine slept");
        }
    }

    /** Takes note of how the clock has moved since the system ran last. */
    void seenAtStart(Duration jump) {
        if (notable(jump) && jump.isNegative()) {
            note(jump, "The clock is " + inWords(jump) + " behind what it was when the system last ran");
        } else if (jump.compareTo(DAYS) >= 0) {
            note(jump, "By the clock the system was not running for " + inWords(jump));
        }
    }

    private static boolean notable(Duration jump) {
        return jump.abs().compareTo(StoreTime.NOTABLE) >= 0;
    }

    private void note(Duration jump, String words) {
        Move move = present();
        if (move == null || jump.abs().compareTo(move.jump().abs()) >= 0) {
            latest = new Move(jump, nanoTime.getAsLong(), words);
        }
        log.warn(
                "{}. Waits, keys and claims go by elapsed time and are not touched by that; new events bear the clock's time, so see"
                        + " that it is right.",
                words);
    }

    private @Nullable Move present() {
        Move move = latest;
        return move != null && nanoTime.getAsLong() - move.at() < REMEMBERED.toNanos() ? move : null;
    }

    private static String inWords(Duration jump) {
        Duration size = jump.abs();
        return size.compareTo(DAYS) >= 0
                ? size.toDays() + " d " + size.toHoursPart() + " h"
                : size.toHours() + " h " + size.toMinutesPart() + " min";
    }

    @Override
    public Health health() {
        Move move = present();
        return move == null ? Health.up().build() : Health.up().withDetail("moved", move.inWords()).build();
    }
}
