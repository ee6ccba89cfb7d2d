package dev.cleave.platform.eventstore;

import dev.cleave.platform.placement.MessageNames;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

/** Gives events that were stored under a former name their present one, so that no other upcaster needs to know the former. */
final class PresentNames extends SingleEventUpcaster {

    private final MessageNames names;

    PresentNames(MessageNames names) {
        this.names = names;
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        String name = event.getType().getName();
        return !names.present(name).equals(name);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(
                new SimpleSerializedType(names.present(event.getType().getName()), event.getType().getRevision()),
                byte[].class, payload -> payload);
    }
}
