package dev.cleave.reading;

import dev.cleave.platform.message.MailAddress;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Values of the types that messages have, made of what records consist of. Values that have been met before are used again, because a type
 * may not take just any.
 */
final class Examples {

    private static final int PLAIN = 3;
    private static final BigDecimal FRACTION = new BigDecimal("12.50");

    private final Map<Class<?>, Object> met = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    /** Keeps the parts of a value. */
    void learn(Object value) {
        switch (value) {
            case Collection<?> all -> all.forEach(this::learn);
            case Map<?, ?> all -> all.values().forEach(this::learn);
            case Record parts -> {
                met.putIfAbsent(parts.getClass(), parts);
                for (RecordComponent component : parts.getClass().getRecordComponents()) {
                    Object part = part(parts, component);
                    if (part instanceof String text) {
                        texts.putIfAbsent(component.getName(), text);
                    } else if (part != null) {
                        learn(part);
                    }
                }
            }
            default -> {
            }
        }
    }

    private static Object part(Record whole, RecordComponent component) {
        try {
            return component.getAccessor().invoke(whole);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component + " can't be read", e);
        }
    }

    /**
     * A value of a type.
     *
     * @param name what it is called where it stands
     * @throws IllegalArgumentException if none can be made
     */
    Object of(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Object last = of(arguments[arguments.length - 1], name);
            return switch (((Class<?>) generic.getRawType()).getSimpleName()) {
                case "List", "Collection", "SequencedCollection" -> List.of(last);
                case "Set" -> Set.of(last);
                case "Map" -> Map.of(of(arguments[0], name), last);
                case "Optional" -> Optional.of(last);
                default -> throw new IllegalArgumentException("what is a " + type + "?");
            };
        }
        if (type instanceof Class<?> plain) {
            return of(plain, name);
        }
        throw new IllegalArgumentException("what is a " + type + "?");
    }

    private Object of(Class<?> type, String name) {
        if (met.containsKey(type)) {
            return met.get(type);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == MailAddress.class) {
            return new MailAddress("ada@example.org");
        }
        if (type.isRecord()) {
            return record(type);
        }
        if (type.isSealed()) {
            return of(type.getPermittedSubclasses()[0], name);
        }
        return switch (type.getName()) {
            case "java.lang.String" -> texts.getOrDefault(name, "some-" + name);
            case "int", "java.lang.Integer" -> PLAIN;
            case "long", "java.lang.Long" -> (long) PLAIN;
            case "double", "java.lang.Double" -> FRACTION.doubleValue();
            case "boolean", "java.lang.Boolean" -> true;
            case "java.math.BigDecimal" -> FRACTION;
            case "java.time.Instant" -> Instant.parse("2026-02-03T04:05:06.789012Z");
            case "java.time.LocalDate" -> LocalDate.parse("2026-02-03");
            case "java.time.Duration" -> Duration.ofSeconds(90);
            case "org.joda.money.Money" -> Money.of(CurrencyUnit.GBP, FRACTION);
            default -> throw new IllegalArgumentException("what is a " + type.getName() + "?");
        };
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] parts = Arrays.stream(components)
                .map(component -> of(component.getGenericType(), component.getName()))
                .toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(parts);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    type.getSimpleName() + " does not take " + Arrays.toString(parts) + ": " + e.getCause().getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
