package dev.cleave.platform.waiting;

import java.time.Instant;

/**
 * The open waits of one context: rows of its store that a view opens and closes by events. When one runs out, the context's
 * {@link WaitRunOut} of that kind says which command follows, and the command is sent, again and again with growing pauses,
 * until an event closes the wait.
 *
 * <p>Injected into a context's class, it works on that context's own store.
 */
public interface Waits {

    /** Opens a wait, or moves its end if it is open. */
    void open(String kind, String subject, Instant dueAt);

    /** Closes a wait; does nothing if it is not open. */
    void close(String kind, String subject);

    /** Forgets the waits of the given kinds, for a view that is about to be replayed. */
    void forget(String... kinds);
}
