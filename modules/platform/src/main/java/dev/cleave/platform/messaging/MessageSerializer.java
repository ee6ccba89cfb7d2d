package dev.cleave.platform.messaging;

import java.util.Set;
import java.util.function.Predicate;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;

/**
 * JSON for messages, with a closed set of payload types: the name in a message picks among known types and never has a class
 * loaded that is not one of them. A type outside the set is handed on unread, as one that this process does not know.
 */
final class MessageSerializer extends Jackson3Serializer {

    private final Predicate<String> allowed;

    MessageSerializer(Predicate<String> allowed, Jackson3SerializerCustomizer customizer) {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(customizer));
        this.allowed = allowed;
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (!SerializedType.emptyType().equals(type) && !allowed.test(type.getName())) {
            return UnknownSerializedType.class;
        }
        return super.classForType(type);
    }

    /** Allows the given types and everything directly in one of the given packages. */
    static Predicate<String> allowing(Set<String> types, Set<String> packages) {
        return name -> {
            int end = name.lastIndexOf('.');
            return types.contains(name) || end > 0 && packages.contains(name.substring(0, end));
        };
    }
}
