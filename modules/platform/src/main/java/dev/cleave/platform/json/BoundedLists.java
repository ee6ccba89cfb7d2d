package dev.cleave.platform.json;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.CollectionType;

/**
 * Reads a request's lists no further than they make sense: up to the items that a list may have, by its {@link Size} or at all, and up to
 * the first item that does not hold what it promises. So a body of many bad items costs no more than its beginning.
 */
public final class BoundedLists extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /**
     * Bounds lists.
     *
     * @param most how many items a list may have that does not say so itself
     * @param validator checks items one by one, if there is one
     */
    public BoundedLists(int most, Supplier<Optional<Validator>> validator) {
        super("cleave-bounded-lists");
        setDeserializers(new SimpleDeserializers() {

            private static final long serialVersionUID = 1L;

            @Override
            public @Nullable ValueDeserializer<?> findCollectionDeserializer(
                    CollectionType type,
                    DeserializationConfig config,
                    BeanDescription.Supplier description,
                    @Nullable TypeDeserializer typed,
                    @Nullable ValueDeserializer<?> items) {
                return type.getRawClass().isAssignableFrom(ArrayList.class) ? new Bounded(type, most, validator, null) : null;
            }
        });
    }

    private static final class Bounded extends StdDeserializer<List<?>> {

        private final CollectionType type;
        private final int most;
        private final Supplier<Optional<Validator>> validator;
        private final @Nullable ValueDeserializer<Object> items;

        Bounded(
                CollectionType type,
                int most,
                Supplier<Optional<Validator>> validator,
                @Nullable ValueDeserializer<Object> items) {
            super(type);
            this.type = type;
            this.most = most;
            this.validator = validator;
            this.items = items;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            Size size = property == null ? null : property.getAnnotation(Size.class);
            return new Bounded(type, size == null ? most : Math.min(size.max(), most), validator,
                    context.findContextualValueDeserializer(type.getContentType(), property));
        }

        @Override
        public List<?> deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.START_ARRAY)) {
                return (List<?>) context.handleUnexpectedToken(type, parser);
            }
            List<Object> list = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (list.size() == most) {
                    throw new MalformedValue(parser, "has more than " + most + " items; send fewer at a time", List.class);
                }
                try {
                    list.add(token == JsonToken.VALUE_NULL ? items.getNullValue(context) : checked(
                            items.deserialize(parser, context), parser));
                } catch (JacksonException wrong) {
                    throw DatabindException.wrapWithPath(context, wrong, new JacksonException.Reference(list, list.size()));
                }
            }
            return list;
        }

        private Object checked(Object item, JsonParser parser) {
            if (item.getClass().isRecord()) {
                validator.get().ifPresent(all -> all.validate(item).stream()
                        .min(Comparator
                                .comparing((ConstraintViolation<Object> violation) -> violation.getPropertyPath().toString()))
                        .ifPresent(violation -> {
                            MalformedValue wrong = new MalformedValue(parser, violation.getMessage(), item.getClass());
                            wrong.prependPath(item, violation.getPropertyPath().toString());
                            throw wrong;
                        }));
            }
            return item;
        }
    }
}
