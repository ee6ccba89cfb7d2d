package dev.cleave.architecture.law.history;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import dev.cleave.architecture.code.SystemCode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Whether a sample looks as its event's fields say, as far as their types tell. */
final class SampleShape {

    private static final Set<String> INTEGERS = Set.of(
            "byte", "short", "int", "long", "java.lang.Byte", "java.lang.Short", "java.lang.Integer", "java.lang.Long",
            "java.math.BigInteger");
    private static final Set<String> NUMBERS = Set.of("float", "double", "java.lang.Float", "java.lang.Double");
    private static final Set<String> TEXTS = Set.of("java.lang.String", "java.util.UUID", "char", "java.lang.Character");
    private static final String JACKSON = "com.fasterxml.jackson.annotation.";
    private static final List<String> OWN_FORM = List.of(
            JACKSON + "JsonUnwrapped", JACKSON + "JsonAnyGetter", JACKSON + "JsonTypeInfo", JACKSON + "JsonFormat",
            JACKSON + "JsonCreator", JACKSON + "JsonValue",
            "tools.jackson.databind.annotation.JsonSerialize", "com.fasterxml.jackson.databind.annotation.JsonSerialize");

    private final SystemCode code;

    SampleShape(SystemCode code) {
        this.code = code;
    }

    /**
     * What does not fit.
     *
     * @param what to be read after "the sample"
     */
    record Fault(String property, String what) {}

    /** The first thing in a sample that does not fit the type. */
    Optional<Fault> fault(JsonNode sample, JavaClass type) {
        if (!sample.isObject()) {
            return Optional.of(new Fault("", "is no JSON object"));
        }
        if (hasOwnForm(type)) {
            return Optional.empty();
        }
        Set<String> properties = new HashSet<>();
        for (JavaField field : type.getAllFields()) {
            if (!isWritten(field)) {
                continue;
            }
            if (hasOwnForm(field)) {
                return Optional.empty();
            }
            String name = nameOf(field);
            properties.add(name);
            if (!sample.has(name)) {
                return Optional.of(new Fault("", "has no " + name + ", which " + type.getSimpleName() + " has"));
            }
            Optional<Fault> fault = fault(name, sample.get(name), field.getType());
            if (fault.isPresent()) {
                return fault;
            }
        }
        return sample.propertyNames().stream()
                .filter(name -> !properties.contains(name))
                .findFirst()
                .map(name -> new Fault(name, "has " + name + ", which " + type.getSimpleName() + " has not"));
    }

    private Optional<Fault> fault(String name, JsonNode value, JavaType type) {
        JavaClass erasure = type.toErasure();
        String typeName = erasure.getName();
        if (value.isNull()) {
            return erasure.isPrimitive() ? wrong(name, "null") : Optional.empty();
        }
        if (INTEGERS.contains(typeName)) {
            return value.isIntegralNumber() ? Optional.empty() : wrong(name, "no whole number");
        }
        if (NUMBERS.contains(typeName)) {
            return value.isNumber() ? Optional.empty() : wrong(name, "no number");
        }
        if (typeName.equals("boolean") || typeName.equals("java.lang.Boolean")) {
            return value.isBoolean() ? Optional.empty() : wrong(name, "neither true nor false");
        }
        if (TEXTS.contains(typeName)) {
            return value.isString() ? Optional.empty() : wrong(name, "no text");
        }
        if (erasure.isEnum()) {
            return constant(name, value, erasure);
        }
        if (erasure.isAssignableTo("java.util.Collection")) {
            return value.isArray()
                    ? elements(name, value.valueStream(), type, 0)
                    : wrong(name, "no list");
        }
        if (erasure.isAssignableTo("java.util.Map")) {
            return value.isObject() ? elements(name, value.valueStream(), type, 1) : wrong(name, "no object");
        }
        boolean ofContext = code.contextOf(erasure).isPresent();
        return ofContext && erasure.isRecord() && value.isObject()
                ? fault(value, erasure)
                : ofContext && erasure.isRecord() && !hasOwnForm(erasure)
                        && erasure.getAllFields().stream().filter(SampleShape::isWritten).count() > 1
                        ? wrong(name, "no object")
                : Optional.empty();
    }

    private Optional<Fault> elements(String name, Stream<JsonNode> values, JavaType type, int argument) {
        if (!(type instanceof JavaParameterizedType generic) || generic.getActualTypeArguments().size() <= argument) {
            return Optional.empty();
        }
        JavaType element = generic.getActualTypeArguments().get(argument);
        return values.map(value -> fault(name, value, element)).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Fault> constant(String name, JsonNode value, JavaClass type) {
        boolean renamed = hasOwnForm(type)
                || type.getMembers().stream().anyMatch(member -> member.isAnnotatedWith(JACKSON + "JsonProperty")
                        || member.isAnnotatedWith(JACKSON + "JsonValue"));
        boolean known = type.getEnumConstants().stream().map(JavaEnumConstant::name).anyMatch(value.asString("")::equals);
        return renamed || known ? Optional.empty() : wrong(name, "no constant of " + type.getSimpleName());
    }

    private static Optional<Fault> wrong(String name, String what) {
        return Optional.of(new Fault(name, "has a " + name + " that is " + what));
    }

    private static boolean isWritten(JavaField field) {
        Set<JavaModifier> modifiers = field.getModifiers();
        return !modifiers.contains(JavaModifier.STATIC)
                && !modifiers.contains(JavaModifier.SYNTHETIC)
                && !modifiers.contains(JavaModifier.TRANSIENT)
                && !field.isAnnotatedWith(JACKSON + "JsonIgnore");
    }

    private static boolean hasOwnForm(JavaClass type) {
        return OWN_FORM.stream().anyMatch(type::isAnnotatedWith) || type.getMembers().stream().anyMatch(SampleShape::hasOwnForm);
    }

    private static boolean hasOwnForm(JavaMember member) {
        return OWN_FORM.stream().anyMatch(member::isAnnotatedWith);
    }

    private static String nameOf(JavaField field) {
        return field.tryGetAnnotationOfType(JACKSON + "JsonProperty")
                .flatMap(annotation -> annotation.get("value"))
                .map(String::valueOf)
                .filter(name -> !name.isEmpty())
                .orElse(field.getName());
    }
}
