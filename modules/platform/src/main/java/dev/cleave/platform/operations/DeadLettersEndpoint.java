package dev.cleave.platform.operations;

import dev.cleave.platform.placement.MessageNames;
import dev.cleave.platform.processing.Processor;
import dev.cleave.platform.processing.Processors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@code /actuator/deadletters}: the events that a processor could not handle, in their sequences; how to handle a sequence again
 * or to give its first letter up.
 */
@Endpoint(id = "deadletters")
class DeadLettersEndpoint {

    private static final int MOST_SEQUENCES = 100;
    private static final int MOST_LETTERS = 20;

    private final Processors processors;
    private final MessageNames names;

    DeadLettersEndpoint(Processors processors, MessageNames names) {
        this.processors = processors;
        this.names = names;
    }

    /** A sequence of events of which the first could not be handled; the others wait behind it. */
    record Sequence(long size, List<Letter> letters) {}

    /** One event that was set aside; its content is in the event log. */
    record Letter(
            String event, String type, Instant enqueuedAt, @Nullable String causeType, @Nullable String causeMessage) {}

    @ReadOperation
    Map<String, Long> all() {
        Map<String, Long> counts = new TreeMap<>();
        for (Processor processor : processors.all()) {
            counts.put(processor.name(), processors.deadLetters(processor).size());
        }
        return counts;
    }

    @ReadOperation
    List<Sequence> of(@Selector String processor) {
        List<Sequence> sequences = new ArrayList<>();
        for (Iterable<DeadLetter<? extends EventMessage<?>>> sequence : queue(processor).deadLetters()) {
            List<Letter> letters = new ArrayList<>();
            long size = 0;
            for (DeadLetter<? extends EventMessage<?>> letter : sequence) {
                size++;
                if (letters.size() < MOST_LETTERS) {
                    letters.add(read(letter));
                }
            }
            sequences.add(new Sequence(size, letters));
            if (sequences.size() == MOST_SEQUENCES) {
                break;
            }
        }
        return sequences;
    }

    /** Handles the sequence that an event leads again; the answer says whether all of it could be handled. */
    @WriteOperation
    Map<String, Boolean> retry(@Selector String processor, @Selector String event) {
        return Map.of(
                "handled",
                processors
                        .deadLetterProcessor(named(processor))
                        .process(letter -> letter.message().getIdentifier().equals(event)));
    }

    /** Gives an event up; the rest of its sequence is handled when it is retried. */
    @DeleteOperation
    Map<String, Boolean> drop(@Selector String processor, @Selector String event) {
        SequencedDeadLetterQueue<EventMessage<?>> queue = queue(processor);
        for (Iterable<DeadLetter<? extends EventMessage<?>>> sequence : queue.deadLetters()) {
            for (DeadLetter<? extends EventMessage<?>> letter : sequence) {
                if (letter.message().getIdentifier().equals(event)) {
                    queue.evict(letter);
                    return Map.of("dropped", true);
                }
            }
        }
        return Map.of("dropped", false);
    }

    private Letter read(DeadLetter<? extends EventMessage<?>> letter) {
        return new Letter(
                letter.message().getIdentifier(),
                names.find(letter.message().getPayloadType()).orElse(letter.message().getPayloadType().getName()),
                letter.enqueuedAt(),
                letter.cause().map(Cause::type).orElse(null),
                letter.cause().map(Cause::message).orElse(null));
    }

    private SequencedDeadLetterQueue<EventMessage<?>> queue(String processor) {
        return processors.deadLetters(named(processor));
    }

    private Processor named(String name) {
        try {
            return processors.named(name);
        } catch (IllegalArgumentException e) {
            throw new InvalidEndpointRequestException(e.getMessage(), e.getMessage());
        }
    }
}
