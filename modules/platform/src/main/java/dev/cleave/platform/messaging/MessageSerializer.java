package dev.cleave.platform.messaging;

import dev.cleave.platform.placement.MessageNames;
import java.util.Set;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.jspecify.annotations.Nullable;

/**
 * JSON for messages, by their {@link MessageNames names}. What has another name is handed on unread, as of a type that this process does
 * not know.
 *
 * <p>The state of an aggregate, in its snapshot, can be large, and is compressed. One that is not, as earlier versions wrote it, is
 * read as well.
 */
final class MessageSerializer extends Jackson3Serializer {

    private final MessageNames names;
    private final Set<Class<?>> states;

    /** @param states the types of aggregates */
    MessageSerializer(MessageNames names, Set<Class<?>> states, Jackson3SerializerCustomizer customizer) {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(customizer));
        this.names = names;
        this.states = states;
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expected) {
        if (object == null || !expected.equals(byte[].class) || !states.contains(object.getClass())) {
            return super.serialize(object, expected);
        }
        SerializedObject<byte[]> state = super.serialize(object, byte[].class);
        return new SimpleSerializedObject<>(expected.cast(Compressed.of(state.getData())), expected, state.getType());
    }

    @Override
    public <S, T> @Nullable T deserialize(SerializedObject<S> object) {
        if (object.getData() instanceof byte[] bytes && Compressed.is(bytes) && states.contains(classForType(object.getType()))) {
            return super.deserialize(new SimpleSerializedObject<>(Compressed.read(bytes), byte[].class, object.getType()));
        }
        return super.deserialize(object);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        return names.typeOf(type.getName()).orElse(UnknownSerializedType.class);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        SerializedType byClass = super.typeForClass(type);
        return SerializedType.emptyType().equals(byClass)
                ? byClass
                : new SimpleSerializedType(names.of(type), byClass.getRevision());
    }
}
