package dev.cleave.platform.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The event store can't tell whether the events were stored: all of them were, or none. Whoever sent the command finds out by
 * sending the same command again, under the same identity.
 */
public final class AppendOutcomeUnknown extends EventStoreException {

    private static final long serialVersionUID = 1L;

    AppendOutcomeUnknown(String message, Throwable cause) {
        super(message, cause);
    }
}
