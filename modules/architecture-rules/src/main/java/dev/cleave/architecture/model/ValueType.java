package dev.cleave.architecture.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type of the system's own that fields of messages have: a part of a message, and of what is told about its form.
 *
 * @param type its full name
 * @param summary the first sentence of its documentation; null if there is none
 * @param fields in the order in which it declares them; none of an enumeration
 * @param constants of an enumeration, in their order
 */
public record ValueType(
        String type, Form form, @Nullable String summary, List<Message.Field> fields, List<String> constants) {

    /** How a value is written. */
    public enum Form {
        /** As an object with its fields. */
        @JsonProperty("record")
        RECORD,
        /** As the value of its one field, without a name: an identifier. */
        @JsonProperty("value")
        VALUE,
        /** As the name of a constant. */
        @JsonProperty("enumeration")
        ENUMERATION
    }

    public ValueType {
        fields = List.copyOf(fields);
        constants = List.copyOf(constants);
    }

    /** The type without its package. */
    public String name() {
        return Names.simple(type);
    }
}
