package dev.cleave.platform.processing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.LongSupplier;

/** Remembers for a while when the event log had which length, so that a distance in events can be told in time. */
final class Stopwatch {

    private static final Duration MEMORY = Duration.ofMinutes(10);

    private final LongSupplier nanoTime;
    private final Deque<Look> looks = new ArrayDeque<>();

    private record Look(long at, long head) {}

    Stopwatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    long now() {
        return nanoTime.getAsLong();
    }

    /** Notes the position of the last event. */
    void passed(long head) {
        long now = now();
        while (looks.size() > 1 && now - looks.getFirst().at() > MEMORY.toNanos()) {
            looks.removeFirst();
        }
        looks.addLast(new Look(now, head));
    }

    /** How long it has been known that there is an event after {@code position}; zero if there is none. */
    Duration since(long position) {
        long first = -1;
        long now = now();
        for (Iterator<Look> backwards = looks.descendingIterator(); backwards.hasNext();) {
            Look look = backwards.next();
            if (look.head() <= position) {
                break;
            }
            first = look.at();
        }
        return first == -1 ? Duration.ZERO : Duration.ofNanos(now - first);
    }
}
