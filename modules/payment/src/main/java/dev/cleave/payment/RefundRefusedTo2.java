package dev.cleave.payment;

import dev.cleave.payment.api.RefundRefused;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Formerly the reason alone said that nobody knew; a provider could give the same reason. */
class RefundRefusedTo2 extends SingleEventUpcaster {

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(new SimpleSerializedType(RefundRefused.class.getName(), "1"));
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(
                new SimpleSerializedType(RefundRefused.class.getName(), "2"), JsonNode.class, RefundRefusedTo2::inDoubt);
    }

    private static JsonNode inDoubt(JsonNode json) {
        return ((ObjectNode) json).put("inDoubt", json.path("reason").asString("").equals("provider-silent"));
    }
}
