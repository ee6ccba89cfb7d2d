package dev.cleave.platform.messaging;

import dev.cleave.platform.message.FailureCode;

/**
 * Sends commands to whichever unit handles them, and waits for the answer.
 *
 * <p>A command's identity is stable: sent by a policy or gateway it follows from the event being handled, sent for an HTTP
 * request with an {@code Idempotency-Key} it follows from that key; sent again after a crash it is the same command.
 */
public interface Commands {

    /**
     * Sends a command and waits for its answer, bounded.
     *
     * @return the answer; a refusal is an answer
     * @throws CommandNotAnswered if there is no answer: the handling side is absent, overloaded, or died; a policy or gateway
     *     lets this pass, and is retried
     */
    Answer send(Object command);

    /**
     * Sends a command without asking for its answer: what a policy does. Within an event handler, the commands told for one process
     * follow each other and those for different processes go side by side; all are answered before the handler's progress is
     * recorded, and a command that got no answer is told again. A refusal is an answer and changes nothing.
     */
    default void tell(Object command) {
        send(command);
    }

    /** Tells a command like {@link #tell(Object)}, and if it is refused with the given code, the remedy after it. */
    default void tell(Object command, FailureCode refusal, Object remedy) {
        if (send(command).refusedWith(refusal)) {
            send(remedy);
        }
    }

    /**
     * Sends a command on behalf of a caller who wants to know of a refusal as a failure.
     *
     * @return the acceptance
     * @throws dev.cleave.platform.failure.FailureException if it was refused or not answered
     */
    default Answer.Accepted require(Object command) {
        return send(command).orFail();
    }
}
