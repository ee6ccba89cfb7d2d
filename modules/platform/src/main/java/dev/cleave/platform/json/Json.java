package dev.cleave.platform.json;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * How strictly JSON is read and how values are written.
 *
 * <p>In messages and in HTTP alike a number stays a number and a string a string: no fraction becomes an integer, no string a
 * number, no null or missing value a primitive, and a number too big for its type is a failure. Times are written in ISO 8601.
 * What differs: a property that a type does not have is refused in a request, and passed over in a message, which may have been
 * written by a newer or an older version of the program.
 */
public final class Json {

    private static final int MAX_NESTING = 32;
    private static final int MAX_NUMBER_LENGTH = 64;
    private static final int MAX_NAME_LENGTH = 256;
    private static final int MAX_TEXT_LENGTH = 100_000;

    private Json() {}

    /** A mapper for messages and for what is stored; to be built upon. */
    public static JsonMapper.Builder forMessages() {
        return forMessages(JsonMapper.builder());
    }

    /** Makes a mapper read messages and what is stored. */
    public static JsonMapper.Builder forMessages(JsonMapper.Builder builder) {
        return strict(builder)
                .addModule(ValuesModule.forMessages())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** A mapper for the requests of callers whom nobody knows; to be built upon. */
    public static JsonMapper.Builder forRequests() {
        return forRequests(JsonMapper.builder(bounded(JsonFactory.builder()).build()));
    }

    /** Makes a mapper read requests strictly. */
    public static JsonMapper.Builder forRequests(JsonMapper.Builder builder) {
        return strict(builder)
                .addModule(ValuesModule.forRequests())
                .addModule(new SimpleModule("cleave-texts").addDeserializer(String.class, new KeepableText()))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION);
    }

    /** Bounds what a request may make the parser do: its nesting, the length of a number, a name and a text. */
    public static JsonFactoryBuilder bounded(JsonFactoryBuilder builder) {
        return builder.streamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(MAX_NESTING)
                .maxNumberLength(MAX_NUMBER_LENGTH)
                .maxNameLength(MAX_NAME_LENGTH)
                .maxStringLength(MAX_TEXT_LENGTH)
                .build());
    }

    private static JsonMapper.Builder strict(JsonMapper.Builder builder) {
        return builder
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .withCoercionConfig(LogicalType.Textual, textual -> textual
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }
}
