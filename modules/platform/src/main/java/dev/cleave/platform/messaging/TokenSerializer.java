package dev.cleave.platform.messaging;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * JSON for the three tokens that a token store of this system holds. The token of a running replay, which Axon's own mapping
 * can't read back with Jackson 3 in 4.13.0, is two positions: where the reset was, and how far the replay has got.
 */
final class TokenSerializer extends Jackson3Serializer {

    TokenSerializer() {
        super(Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.addModule(new SimpleModule("replay tokens")
                        .addSerializer(new ReplayTokenWriter())
                        .addDeserializer(ReplayToken.class, new ReplayTokenReader()))));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return switch (type.getName()) {
            case "org.axonframework.eventhandling.GlobalSequenceTrackingToken" -> GlobalSequenceTrackingToken.class;
            case "org.axonframework.eventhandling.ReplayToken" -> ReplayToken.class;
            case "org.axonframework.eventhandling.tokenstore.ConfigToken" -> ConfigToken.class;
            default -> UnknownSerializedType.class;
        };
    }

    private static final class ReplayTokenWriter extends StdSerializer<ReplayToken> {

        ReplayTokenWriter() {
            super(ReplayToken.class);
        }

        @Override
        public void serialize(ReplayToken token, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeNumberProperty("reset", token.getTokenAtReset().position().orElse(-1));
            if (token.getCurrentToken() != null) {
                json.writeNumberProperty("current", token.getCurrentToken().position().orElse(-1));
            }
            json.writeEndObject();
        }
    }

    private static final class ReplayTokenReader extends StdDeserializer<ReplayToken> {

        ReplayTokenReader() {
            super(ReplayToken.class);
        }

        @Override
        public ReplayToken deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode token = context.readTree(parser);
            TrackingToken current = token.has("current") ? position(token.get("current")) : null;
            return (ReplayToken) ReplayToken.createReplayToken(position(token.get("reset")), current);
        }

        private static TrackingToken position(JsonNode position) {
            return new GlobalSequenceTrackingToken(position.asLong());
        }
    }
}
