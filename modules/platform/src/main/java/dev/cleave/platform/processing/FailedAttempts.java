package dev.cleave.platform.processing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cleave.platform.failure.FailureText;
import dev.cleave.platform.messaging.CommandBatch;
import dev.cleave.platform.messaging.CommandNotAnswered;
import java.time.Duration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * What happens to an event that a handler failed on: the batch is undone and tried again with growing pauses; after a few
 * attempts the event goes to the dead letters and the others go on. A failure that is not the event's own (no answer to a
 * command, a database out of reach) is tried again for as long as it lasts.
 */
final class FailedAttempts implements EnqueuePolicy<EventMessage<?>>, CommandBatch.Attempts {

    private static final Logger log = LoggerFactory.getLogger(FailedAttempts.class);

    static final int MOST = 3;

    private final String processor;
    private final Cache<String, Integer> attempts =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofHours(1)).build();

    FailedAttempts(String processor) {
        this.processor = processor;
    }

    @Override
    public boolean knows(String eventIdentifier) {
        return attempts.getIfPresent(eventIdentifier) != null;
    }

    @Override
    public HandlingFailed failed(EventMessage<?> event, Throwable cause) {
        return new HandlingFailed(processor, event, attempts.asMap().merge(event.getIdentifier(), 1, Integer::sum), cause);
    }

    @Override
    public EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        String event = letter.message().getIdentifier();
        int attempt = attempts.asMap().merge(event, 1, Integer::sum);
        if (lasting(cause) || attempt < MOST) {
            throw new HandlingFailed(processor, letter.message(), attempt, cause);
        }
        attempts.invalidate(event);
        log.error(
                "{} could not handle {} {} after {} attempts; it is now among the dead letters, and so will be what follows it in "
                        + "its sequence. See /actuator/deadletters.",
                processor, letter.message().getPayloadType().getSimpleName(), event, attempt, cause);
        return Decisions.enqueue(ThrowableCause.truncated(new ThrowableCause(cause.getClass().getName(), FailureText.of(cause))));
    }

    private static boolean lasting(Throwable cause) {
        for (Throwable c = cause; c != null; c = c.getCause()) {
            if (c instanceof CommandNotAnswered
                    || c instanceof TransientDataAccessException
                    || c instanceof RecoverableDataAccessException
                    || c instanceof NonTransientDataAccessResourceException
                    || c instanceof CannotCreateTransactionException
                    || c instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }

    /** Undoes a batch, so that it is tried again later. */
    static final class HandlingFailed extends RuntimeException {

        HandlingFailed(String processor, EventMessage<?> event, int attempt, Throwable cause) {
            super(processor + " failed on " + event.getPayloadType().getSimpleName() + " " + event.getIdentifier()
                    + " (attempt " + attempt + ")", cause);
        }
    }
}
