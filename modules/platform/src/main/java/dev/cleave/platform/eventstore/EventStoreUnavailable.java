package dev.cleave.platform.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Nothing was stored, because the event store can't take it at the moment. The same command may be sent again later. */
public final class EventStoreUnavailable extends EventStoreException {

    private static final long serialVersionUID = 1L;

    public EventStoreUnavailable(String message) {
        super(message);
    }

    EventStoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
