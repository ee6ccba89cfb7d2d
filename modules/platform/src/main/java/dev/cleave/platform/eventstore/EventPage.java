package dev.cleave.platform.eventstore;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The messages at {@link #SIZE} consecutive positions. Only the writer fills a page, in the order of positions; readers look
 * only at positions that have been published to them since.
 */
final class EventPage {

    static final int SIZE = 256;

    /** Stands where an event could not be turned into messages. */
    static final List<TrackedEventMessage<?>> UNREADABLE = new ArrayList<>();

    private final long number;
    private final List<TrackedEventMessage<?>>[] messages;
    private long bytes;

    @SuppressWarnings({"unchecked", "rawtypes"})
    EventPage(long number) {
        this.number = number;
        this.messages = new List[SIZE];
    }

    static long numberOf(long position) {
        return position / SIZE;
    }

    long number() {
        return number;
    }

    long firstPosition() {
        return number * SIZE;
    }

    boolean covers(long position) {
        return numberOf(position) == number;
    }

    /** What its events take up, serialised. */
    long bytes() {
        return bytes;
    }

    void put(StoredEvent event, List<TrackedEventMessage<?>> upcast) {
        messages[(int) (event.position() % SIZE)] = upcast;
        bytes += event.size();
    }

    /** The messages that the event at the position has become: one, unless an upcaster says otherwise. */
    List<TrackedEventMessage<?>> at(long position) {
        List<TrackedEventMessage<?>> here = messages[(int) (position % SIZE)];
        if (here == UNREADABLE) {
            throw new EventStoreException("This build can't read the event at " + position + ": its upcasters fail.");
        }
        return here;
    }
}
