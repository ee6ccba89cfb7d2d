package dev.cleave.payment;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Formerly the reason alone said that nobody knew; a provider could give the same reason. */
class RefundRefusedTo2 extends SingleEventUpcaster {

    private static final String NAME = "payment.RefundRefused";

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(new SimpleSerializedType(NAME, "1"));
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(
                new SimpleSerializedType(NAME, "2"), JsonNode.class, RefundRefusedTo2::inDoubt);
    }

    private static JsonNode inDoubt(JsonNode json) {
        return ((ObjectNode) json).put("inDoubt", json.path("reason").asString("").equals("provider-silent"));
    }
}
