package dev.cleave.platform.eventstore;

import java.util.List;

/** The raw history, for those who check it, copy it or count it. Contexts read events by handling them. */
public interface EventLog {

    /** The position of the last durable event; -1 as long as there is none. */
    long head();

    /**
     * Reads stored events in their order.
     *
     * @param from the first position to read
     * @param limit the most events to return
     * @return the events at {@code from}, {@code from + 1}, …; fewer than {@code limit} only at the end of the history
     */
    List<StoredEvent> readRaw(long from, int limit);
}
