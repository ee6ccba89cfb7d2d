package dev.cleave.platform.messaging;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/**
 * JSON for the three tokens that a token store of this system holds. It can read back the token of a running replay, which
 * Axon's own Jackson 3 mapping in 4.13.0 can't.
 */
final class TokenSerializer extends Jackson3Serializer {

    TokenSerializer() {
        super(Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.addMixIn(ReplayToken.class, ReplayTokenJson.class)));
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

    private abstract static class ReplayTokenJson {

        @JsonCreator
        ReplayTokenJson(
                @JsonProperty("tokenAtReset") TrackingToken tokenAtReset,
                @JsonProperty("currentToken") @Nullable TrackingToken currentToken,
                @JsonProperty("resetContext") @Nullable Object resetContext) {}

        @JsonProperty("tokenAtReset")
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
        @JsonSubTypes(@JsonSubTypes.Type(value = GlobalSequenceTrackingToken.class, name = "position"))
        private TrackingToken tokenAtReset;

        @JsonProperty("currentToken")
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
        @JsonSubTypes(@JsonSubTypes.Type(value = GlobalSequenceTrackingToken.class, name = "position"))
        private TrackingToken currentToken;

        /** Nobody resets with a context, and Axon's annotation would allow any class in its place. */
        @JsonProperty("resetContext")
        @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
        private @Nullable Object context;
    }
}
