package dev.cleave.platform.messaging;

import java.util.Set;
import java.util.function.Predicate;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.jspecify.annotations.Nullable;

/**
 * JSON for messages, with a closed set of payload types: the name in a message picks among known types and never has a class
 * loaded that is not one of them. A type outside the set is handed on unread, as one that this process does not know.
 *
 * <p>The state of an aggregate, in its snapshot, can be large, and is compressed. One that is not, as earlier versions wrote it, is
 * read as well.
 */
final class MessageSerializer extends Jackson3Serializer {

    private final Predicate<String> allowed;
    private final Set<String> states;

    /** @param states the types of aggregates */
    MessageSerializer(Predicate<String> allowed, Set<String> states, Jackson3SerializerCustomizer customizer) {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(customizer));
        this.allowed = allowed;
        this.states = states;
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expected) {
        if (object == null || !expected.equals(byte[].class) || !states.contains(object.getClass().getName())) {
            return super.serialize(object, expected);
        }
        SerializedObject<byte[]> state = super.serialize(object, byte[].class);
        return new SimpleSerializedObject<>(expected.cast(Compressed.of(state.getData())), expected, state.getType());
    }

    @Override
    public <S, T> @Nullable T deserialize(SerializedObject<S> object) {
        if (object.getData() instanceof byte[] bytes && Compressed.is(bytes) && states.contains(object.getType().getName())) {
            return super.deserialize(new SimpleSerializedObject<>(Compressed.read(bytes), byte[].class, object.getType()));
        }
        return super.deserialize(object);
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
