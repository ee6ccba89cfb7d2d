package dev.cleave.platform.messaging;

import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import org.jspecify.annotations.Nullable;

/** What came of a command: it was accepted, or refused by a rule. */
public sealed interface Answer {

    /**
     * The command was accepted; its events, if any, are durable.
     *
     * @param result what the handler returned
     * @param version the aggregate's version after the command, or null if no aggregate handled it
     * @param changed whether the command left an event; if not, what it asks for was so before
     */
    record Accepted(@Nullable Object result, @Nullable AggregateVersion version, boolean changed) implements Answer {}

    /** The command was refused and left no event. */
    record Refused(Failure failure) implements Answer {}

    /** The acceptance, or the refusal thrown as a {@link FailureException}. */
    default Accepted orFail() {
        return switch (this) {
            case Accepted accepted -> accepted;
            case Refused refused -> throw new FailureException(refused.failure());
        };
    }

    /** Whether the command was refused with the given code. */
    default boolean refusedWith(dev.cleave.platform.message.FailureCode code) {
        return this instanceof Refused refused && refused.failure().code().equals(code.code());
    }
}
