package dev.cleave.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The machine's clock, but never going back and never standing still, to the millisecond. Set forward, or woken from sleep, it
 * follows at once. Set back, it goes on at half the speed until the machine's clock has caught up.
 */
public final class SteadyClock extends Clock {

    private static final Clock SYSTEM = new SteadyClock(InstantSource.system(), System::nanoTime);

    private final InstantSource machine;
    private final LongSupplier nanoTime;
    private long latest = Long.MIN_VALUE;
    private long latestAt;

    SteadyClock(InstantSource machine, LongSupplier nanoTime) {
        this.machine = machine;
        this.nanoTime = nanoTime;
    }

    /** The one of this process. */
    public static Clock system() {
        return SYSTEM;
    }

    @Override
    public synchronized long millis() {
        long now = machine.millis();
        long nanos = nanoTime.getAsLong();
        if (latest != Long.MIN_VALUE) {
            long least = latest + TimeUnit.NANOSECONDS.toMillis(nanos - latestAt) / 2;
            if (now < least) {
                return least;
            }
        }
        latest = now;
        latestAt = nanos;
        return now;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : Clock.tickMillis(zone);
    }
}
