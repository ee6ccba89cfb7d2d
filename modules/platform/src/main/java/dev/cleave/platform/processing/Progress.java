package dev.cleave.platform.processing;

import dev.cleave.platform.datastore.DataStore;
import dev.cleave.platform.datastore.DataStores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * How far the event log goes, and how far the processors of this process's contexts have read. Of a processor's parts, those that
 * another replica works on count as well: their progress is in the context's store, a few seconds late.
 */
public final class Progress {

    /** A part whose handler failed is given up and claimed again after a pause, of a minute at most. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(75);

    private final Processors processors;
    private final DataStores stores;
    private final EventStore events;
    private final Serializer tokens;

    Progress(Processors processors, DataStores stores, EventStore events, Serializer tokens) {
        this.processors = processors;
        this.stores = stores;
        this.events = events;
        this.tokens = tokens;
    }

    /** The position of the last event; -1 if there is none. */
    public long head() {
        return position(events.createHeadToken());
    }

    /** The position up to which all parts of a processor have read; -1 if one of them has not begun. */
    public long of(Processor processor) {
        Map<Integer, EventTrackerStatus> here = processors.running(processor).processingStatus();
        List<Long> positions = new ArrayList<>();
        stores.of(processor.context()).jdbcTemplate().query(
                "SELECT segment, token, token_type FROM token_entry WHERE processor_name = ?",
                row -> {
                    EventTrackerStatus part = here.get(row.getInt(1));
                    positions.add(part == null
                            ? stored(row.getBytes(2), row.getString(3))
                            : part.getCurrentPosition().orElse(-1));
                },
                processor.name());
        return positions.stream().mapToLong(Long::longValue).min().orElse(-1);
    }

    /**
     * The parts of a processor that no replica works on at present.
     *
     * @param parts how many of them are nobody's: not those that somebody gave up a moment ago to try again after a pause
     * @param position the position up to which all of them have been read, those in a pause too; -1 if one of them has not begun
     */
    record Unowned(int parts, long position) {

        static final Unowned NONE = new Unowned(0, Long.MAX_VALUE);
    }

    /** Which parts nobody works on: neither this replica nor another whose claim, as the context's store has it, is still good. */
    Unowned unowned(Processor processor) {
        DataStore store = stores.of(processor.context());
        Set<Integer> here = Set.copyOf(processors.running(processor).processingStatus().keySet());
        List<Long> positions = new ArrayList<>();
        AtomicInteger known = new AtomicInteger();
        AtomicInteger resting = new AtomicInteger();
        store.jdbcTemplate().query(
                "SELECT segment, token, token_type, owner, " + SharedTokens.age(store.database())
                        + " FROM token_entry WHERE processor_name = ?",
                row -> {
                    known.incrementAndGet();
                    String owner = row.getString(4);
                    double age = row.getDouble(5);
                    boolean elsewhere = owner != null && !owner.equals(processors.replica())
                            && age <= SharedTokens.CLAIM.toSeconds();
                    if (!elsewhere && !here.contains(row.getInt(1))) {
                        positions.add(stored(row.getBytes(2), row.getString(3)));
                        if (owner == null && age <= LONGEST_REST.toSeconds()) {
                            resting.incrementAndGet();
                        }
                    }
                },
                processor.name());
        for (int missing = known.get(); missing < processor.kind().segments(); missing++) {
            positions.add(-1L);
        }
        return positions.isEmpty()
                ? Unowned.NONE
                : new Unowned(
                        positions.size() - resting.get(), positions.stream().mapToLong(Long::longValue).min().orElse(-1));
    }

    /** Which replica has claimed each part of a processor, as the context's store has it; without those that nobody has claimed. */
    public SortedMap<Integer, String> holders(Processor processor) {
        SortedMap<Integer, String> holders = new TreeMap<>();
        stores.of(processor.context()).jdbcTemplate().query(
                "SELECT segment, owner FROM token_entry WHERE processor_name = ? AND owner IS NOT NULL",
                row -> {
                    holders.put(row.getInt(1), row.getString(2));
                },
                processor.name());
        return holders;
    }

    private long stored(byte @Nullable [] token, @Nullable String type) {
        return token == null || type == null
                ? -1
                : position(tokens.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null)));
    }

    private static long position(@Nullable Object token) {
        return token instanceof TrackingToken tracking ? tracking.position().orElse(-1) : -1;
    }
}
