package dev.cleave.platform.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Refuses texts that not every store can keep as they are: with a character of number zero, or with half a character. */
final class KeepableText extends StringDeserializer {

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (text != null && !isKeepable(text)) {
            throw new MalformedValue(parser, "holds a character that can't be kept", String.class);
        }
        return text;
    }

    private static boolean isKeepable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
