package dev.cleave.platform.processing;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.Segment;

/**
 * Which parts of a context's processors this replica may claim, and which it has to leave to others. Before anything is dealt out
 * it may claim all that nobody holds.
 *
 * <p>A part that another replica is to have, but that nobody holds for {@link #PATIENCE}, it may claim all the same, and keep for
 * {@link #KEPT}: events that nobody handles are worse than uneven work. It also keeps a part that it was told to take.
 */
final class Share {

    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final Duration KEPT = Duration.ofMinutes(5);

    private final String replica;
    private final LongSupplier nanoTime;
    private final Map<Part, Unclaimed> unclaimed = new HashMap<>();
    private final Map<Part, Long> taken = new HashMap<>();
    private Map<Part, String> dealt = Map.of();

    Share(String replica, LongSupplier nanoTime) {
        this.replica = replica;
        this.nanoTime = nanoTime;
    }

    /** When a part was seen first, and last, without anybody holding it. */
    private record Unclaimed(long first, long last) {}

    /** Takes note of whose each part is to be from now on; whether that is news. */
    synchronized boolean deal(Map<Part, String> parts) {
        if (parts.equals(dealt)) {
            return false;
        }
        dealt = parts;
        unclaimed.clear();
        taken.clear();
        return true;
    }

    /** How many parts are to be this replica's. */
    synchronized long size() {
        return dealt.values().stream().filter(replica::equals).count();
    }

    /** Whether this replica has to give a part up, because another one is to have it. */
    synchronized boolean isOthers(Part part) {
        String owner = dealt.get(part);
        Long since = taken.get(part);
        return owner != null && !owner.equals(replica) && (since == null || passed(since, KEPT));
    }

    /** Leaves a part to this replica for some time, whose ever it is to be. */
    synchronized void keep(Part part) {
        taken.put(part, nanoTime.getAsLong());
    }

    /** Of the parts of a processor that are not held by others at present, those that this replica may claim or hold. */
    synchronized List<Segment> claimable(String processor, List<Segment> free) {
        unclaimed.keySet().removeIf(part -> part.processor().equals(processor)
                && free.stream().noneMatch(segment -> segment.getSegmentId() == part.segment()));
        return free.stream().filter(segment -> isClaimable(new Part(processor, segment.getSegmentId()))).toList();
    }

    private boolean isClaimable(Part part) {
        if (!isOthers(part)) {
            return true;
        }
        long now = nanoTime.getAsLong();
        Unclaimed seen = unclaimed.get(part);
        long first = seen == null || passed(seen.last(), PATIENCE.dividedBy(2)) ? now : seen.first();
        unclaimed.put(part, new Unclaimed(first, now));
        if (!passed(first, PATIENCE)) {
            return false;
        }
        keep(part);
        return true;
    }

    private boolean passed(long since, Duration time) {
        return nanoTime.getAsLong() - since >= time.toNanos();
    }
}
