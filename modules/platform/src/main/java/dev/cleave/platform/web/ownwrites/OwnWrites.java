package dev.cleave.platform.web.ownwrites;

import dev.cleave.platform.messaging.Answer;
import java.util.function.ToLongFunction;

/** Lets a caller read its own write: waits until a view of the same context has caught up with a command's answer. */
public interface OwnWrites {

    /** The header that says that the view has not caught up in time. */
    String HEADER = "Cleave-View";

    /** The header's value. */
    String BEHIND = "behind";

    /**
     * Waits until the view knows the version that the command left, at most {@code cleave.web.own-write-timeout} (2 s). If it
     * does not by then, the response gets the header {@code Cleave-View: behind}.
     *
     * @param answer the command's answer; without a version there is nothing to wait for
     * @param versionInView the sequence number up to which the view has read the given aggregate, below 0 if it knows nothing
     */
    void await(Answer.Accepted answer, ToLongFunction<String> versionInView);
}
