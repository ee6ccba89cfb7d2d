package dev.cleave.platform.messaging;

import dev.cleave.platform.message.Identifier;

/**
 * Whether anything was ever written of an aggregate, whichever context's it is. The log of events is the same for all, and ahead of
 * every view: what a view does not know, but the log does, the view will know in a moment; what neither knows never happened.
 */
@FunctionalInterface
public interface LoggedAggregates {

    /** Whether the log of events has an event of the aggregate. */
    boolean contains(Identifier aggregate);
}
