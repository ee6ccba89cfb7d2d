package dev.cleave.platform.placement.elsewhere;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CrateWeighedTo3 extends SingleEventUpcaster {

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(new SimpleSerializedType("elsewhere.CrateWeighed", "2"));
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(
                new SimpleSerializedType("elsewhere.CrateWeighed", "3"), JsonNode.class, CrateWeighedTo3::finer);
    }

    private static JsonNode finer(JsonNode json) {
        return ((ObjectNode) json).put("milligrams", json.path("grams").asInt() * 1000).without("grams");
    }
}
