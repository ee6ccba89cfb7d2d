package dev.cleave.platform.eventstore;

/** Another process writes to the same event store. Two writers would give out the same positions. */
public final class EventStoreInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EventStoreInUse(String where) {
        super("Another process has the event store at " + where
                + " open. Stop it, or choose another data directory or database for this one.");
    }
}
