package dev.cleave.platform.waiting;

import java.time.Instant;

/**
 * The open waits of one context: rows of its store that a view opens and closes by events. When one runs out, its
 * {@linkplain Wait#command command} is sent, again and again with growing pauses, until an event closes the wait.
 *
 * <p>Injected into a context's class, it works on that context's own store.
 *
 * @param <W> the waits that the context declares
 */
public interface Waits<W extends Enum<W> & Wait> {

    /** Opens a wait, or moves its end if it is open. */
    void open(W wait, String subject, Instant dueAt);

    /** Closes a wait; does nothing if it is not open. */
    void close(W wait, String subject);

    /** Forgets all these waits, for a view that is about to be replayed. */
    void forget();
}
