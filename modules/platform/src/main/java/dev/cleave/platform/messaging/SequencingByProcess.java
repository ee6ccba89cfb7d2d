package dev.cleave.platform.messaging;

import dev.cleave.platform.message.ProcessStep;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;

/** Keeps the steps of one process in order, and else the events of one aggregate. Strings hash alike in every process. */
public final class SequencingByProcess implements SequencingPolicy<EventMessage<?>> {

    @Override
    public Object getSequenceIdentifierFor(EventMessage<?> event) {
        if (event.getPayload() instanceof ProcessStep step) {
            return step.processId();
        }
        return event instanceof DomainEventMessage<?> domainEvent
                ? domainEvent.getAggregateIdentifier()
                : event.getIdentifier();
    }
}
