package dev.cleave.platform.web.problem;

import dev.cleave.platform.json.MalformedValue;
import dev.cleave.platform.message.Identifier;
import dev.cleave.platform.web.problem.Problem.FieldError;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a JSON body, in words that name neither our classes nor the caller's values. */
public final class UnreadableBody {

    private static final Pattern HARMLESS_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,40}");
    private static final int LONGEST_FIELD = 120;
    private static final int MOST_CONSTANTS = 20;
    private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(
            int.class, long.class, short.class, byte.class, Integer.class, Long.class, Short.class, Byte.class,
            java.math.BigInteger.class);

    private UnreadableBody() {}

    static Problem problem(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> malformed("A body in JSON is required.");
            case StreamConstraintsException tooMuch ->
                malformed("The JSON is nested too deeply, or a name, number or text in it is too long.");
            case InputCoercionException tooBig -> field(tooBig, "is too large a number");
            case StreamReadException broken -> malformed("The body is not valid JSON" + place(broken) + ".");
            case UnrecognizedPropertyException unknown -> field(unknown, "is not known here; remove it or correct its name");
            case MalformedValue malformed -> field(malformed, malformed.getOriginalMessage());
            case ValueInstantiationException refused -> field(refused, ownWords(refused));
            case MismatchedInputException mismatched -> field(mismatched, expected(mismatched.getTargetType()));
            case DatabindException other -> field(other, "can't be read");
            default -> malformed("The body can't be read.");
        };
    }

    private static Problem malformed(String detail) {
        return Problem.of(400, "malformed-request", detail);
    }

    private static Problem field(JacksonException wrong, String message) {
        String field = path(wrong.getPath());
        return Problem.of(
                400, "malformed-request",
                field.isEmpty() ? "The body " + message + "." : "The body is not valid; the errors say where.",
                field.isEmpty() ? List.of() : List.of(new FieldError(field, message)));
    }

    private static String path(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(harmless(reference.getPropertyName()));
            }
        }
        return bounded(path.toString());
    }

    /** A name that the caller made up, if it can be repeated without doubt. */
    public static String harmless(String name) {
        return HARMLESS_NAME.matcher(name).matches() ? name : "?";
    }

    static String bounded(String field) {
        return field.length() <= LONGEST_FIELD ? field : field.substring(0, LONGEST_FIELD) + "…";
    }

    private static String place(StreamReadException broken) {
        TokenStreamLocation location = broken.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** What the type itself says against a value; what libraries say may repeat the value or name a class. */
    private static String ownWords(ValueInstantiationException refused) {
        Throwable cause = refused.getCause();
        Class<?> type = refused.getType() == null ? Object.class : refused.getType().getRawClass();
        return cause instanceof IllegalArgumentException && cause.getMessage() != null && thrownBy(cause, type)
                ? cause.getMessage()
                : "can't be taken";
    }

    /** Whether an exception was raised by a type's own check, or the common check of identifiers. */
    static boolean thrownBy(Throwable cause, Class<?> type) {
        return Arrays.stream(cause.getStackTrace())
                .limit(1)
                .map(StackTraceElement::getClassName)
                .anyMatch(thrower -> thrower.equals(type.getName()) || thrower.equals(Identifier.class.getName()));
    }

    /** What a value of a type must be. */
    static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "has the wrong type";
        }
        if (WHOLE_NUMBERS.contains(type)) {
            return "must be a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type == double.class || type == float.class) {
            return "must be a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (type == String.class) {
            return "must be a string";
        }
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants.length > MOST_CONSTANTS
                    ? "is none of the values known here"
                    : "must be one of " + Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(", "));
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "must be a list";
        }
        if (Map.class.isAssignableFrom(type) || type.isRecord()) {
            return "must be an object with all its required properties";
        }
        return "has the wrong form";
    }
}
