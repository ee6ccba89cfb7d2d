package dev.cleave.architecture.law.messages;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.domain.JavaWildcardType;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.rule.Packages;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which types a field of a published message may have. */
final class ValueTypes {

    private static final Set<String> COLLECTIONS = Set.of(
            "java.util.Collection", "java.util.SequencedCollection", "java.util.List", "java.util.Set", "java.util.SequencedSet",
            "java.util.SortedSet", "java.util.NavigableSet", "java.util.Map", "java.util.SequencedMap", "java.util.SortedMap",
            "java.util.NavigableMap", "java.util.Optional");
    private static final Set<String> JDK_VALUES = Set.of(
            "java.lang.String", "java.lang.Boolean", "java.lang.Byte", "java.lang.Short", "java.lang.Integer", "java.lang.Long",
            "java.lang.Float", "java.lang.Double", "java.lang.Character", "java.math.BigDecimal", "java.math.BigInteger",
            "java.util.UUID",
            "java.util.Currency", "java.util.Locale", "java.util.OptionalInt", "java.util.OptionalLong",
            "java.util.OptionalDouble",
            "java.net.URI");

    private final SystemCode code;

    ValueTypes(SystemCode code) {
        this.code = code;
    }

    /** What is wrong with a type, to be read after a field's name; empty if it is a value. What lies outside the vocabulary is not judged. */
    Optional<String> fault(JavaType type) {
        return fault(type, "is ");
    }

    private Optional<String> fault(JavaType type, String verb) {
        return switch (type) {
            case JavaParameterizedType generic -> Stream.concat(
                    faultOfErasure(generic.toErasure(), verb, false).stream(),
                    generic.getActualTypeArguments().stream().flatMap(argument -> fault(argument, "holds ").stream()))
                    .findFirst();
            case JavaWildcardType wildcard -> wildcard.getUpperBounds().isEmpty()
                    ? Optional.of("holds anything")
                    : wildcard.getUpperBounds().stream().flatMap(bound -> fault(bound, verb).stream()).findFirst();
            case JavaClass plain -> faultOfErasure(plain, verb, true);
            case JavaTypeVariable<?> variable -> variable.getUpperBounds().stream()
                    .flatMap(bound -> fault(bound, verb + "a " + variable.getName() + ", that is ").stream())
                    .findFirst();
            default -> Optional.empty();
        };
    }

    private Optional<String> faultOfErasure(JavaClass type, String verb, boolean raw) {
        String name = type.getName();
        if (type.isPrimitive() || JDK_VALUES.contains(name) || name.startsWith("java.time.")) {
            return Optional.empty();
        }
        if (type.isArray()) {
            return Optional.of(verb + "an array, the elements of which can be changed");
        }
        if (COLLECTIONS.contains(name)) {
            return raw ? Optional.of(verb + "a " + type.getSimpleName() + " of anything") : Optional.empty();
        }
        if (name.equals("java.lang.Object")) {
            return Optional.of(verb + "an Object, which can be anything");
        }
        if (Packages.contain(List.of("java"), type)) {
            return Optional.of(verb + "a " + type.getSimpleName() + ", which is no immutable value");
        }
        boolean own = Packages.contain(List.of(code.conventions().basePackage()), type);
        boolean known = type.getAllSubclasses().stream().anyMatch(kind -> code.isSpoken(kind));
        return own && type.isInterface() && (!code.isSpoken(type) || !known)
                ? Optional.of(verb + "a " + type.getSimpleName() + ", an interface of which no reader knows the forms")
                : Optional.empty();
    }
}
