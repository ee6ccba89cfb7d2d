package dev.cleave.platform.processing;

import java.time.Duration;

/**
 * How far a processor of this process is behind the events.
 *
 * @param processor which
 * @param events how many events it has still to look at
 * @param time how long ago the first of them was stored, at least; zero if there is none
 * @param moving whether it has got on in the last second, or has nothing to do; one that doesn't move waits for somebody else or fails
 * @param unowned how many parts of its events no replica works on; none of a processor that was paused here on purpose
 * @param unownedFor for how long there has been such a part; zero if there is none
 */
public record Lag(Processor processor, long events, Duration time, boolean moving, int unowned, Duration unownedFor) {

    /**
     * For how long a part may be nobody's before something is wrong. Whoever is killed holds its parts for ten seconds more, and
     * the others look every two; to start, to share anew and to wait for one that does not come takes up to twenty.
     */
    public static final Duration TAKEOVER = Duration.ofSeconds(30);

    /** Whether nobody has worked on a part of its events for longer than a takeover takes. */
    public boolean abandoned() {
        return unownedFor.compareTo(TAKEOVER) > 0;
    }
}
