package dev.cleave.platform.messaging;

import java.time.Duration;

/** Tells whether what a view of the same context does not have is not there, or is only not read yet. */
public interface ViewFreshness {

    /**
     * Waits until a view has read every event that is stored by now, and its rows are there to read.
     *
     * @param view the view's name within its context
     * @param atMost how long to wait
     * @return whether it has, in time; not while it is paused or replayed
     */
    boolean await(String view, Duration atMost);
}
