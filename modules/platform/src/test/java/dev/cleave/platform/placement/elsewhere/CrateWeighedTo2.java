package dev.cleave.platform.placement.elsewhere;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CrateWeighedTo2 extends SingleEventUpcaster {

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(new SimpleSerializedType("elsewhere.CrateWeighed", "1"));
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(
                new SimpleSerializedType("elsewhere.CrateWeighed", "2"), JsonNode.class, CrateWeighedTo2::finer);
    }

    private static JsonNode finer(JsonNode json) {
        return ((ObjectNode) json).put("grams", json.path("kilograms").asInt() * 1000).without("kilograms");
    }
}
