package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaGenericArrayType;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaWildcardType;
import dev.cleave.architecture.bytecode.ClassFields;
import dev.cleave.architecture.model.Message.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of a message. */
final class Fields {

    private Fields() {}

    /** In the order of declaration, those of superclasses first. */
    static List<Field> of(JavaClass type) {
        List<Field> fields = new ArrayList<>();
        type.getRawSuperclass()
                .filter(parent -> parent.isFullyImported() && !parent.getPackageName().startsWith("java."))
                .ifPresent(parent -> fields.addAll(of(parent)));
        Map<String, JavaField> declared = type.getFields().stream()
                .collect(Collectors.toMap(JavaField::getName, field -> field, (one, other) -> one, LinkedHashMap::new));
        Set<String> nullable = new HashSet<>();
        Set<String> order = new LinkedHashSet<>();
        ClassFields.of(type).forEach(field -> {
            order.add(field.name());
            if (field.nullable()) {
                nullable.add(field.name());
            }
        });
        order.addAll(declared.keySet());
        order.stream()
                .map(declared::get)
                .filter(field -> field != null && isPartOfMessage(field))
                .map(field -> new Field(
                        field.getName(), written(field.getType()), raw(field.getType()), !nullable.contains(field.getName())))
                .forEach(fields::add);
        return fields;
    }

    private static boolean isPartOfMessage(JavaField field) {
        Set<JavaModifier> modifiers = field.getModifiers();
        return !modifiers.contains(JavaModifier.STATIC)
                && !modifiers.contains(JavaModifier.TRANSIENT)
                && !modifiers.contains(JavaModifier.SYNTHETIC);
    }

    /** A type as source code writes it, without packages. */
    static String written(JavaType type) {
        return switch (type) {
            case JavaParameterizedType generic -> generic.toErasure().getSimpleName()
                    + generic.getActualTypeArguments().stream().map(Fields::written).collect(Collectors.joining(", ", "<", ">"));
            case JavaWildcardType wildcard when !wildcard.getLowerBounds().isEmpty() ->
                "? super " + written(wildcard.getLowerBounds().getFirst());
            case JavaWildcardType wildcard when !wildcard.getUpperBounds().isEmpty() ->
                "? extends " + written(wildcard.getUpperBounds().getFirst());
            case JavaWildcardType _ -> "?";
            case JavaGenericArrayType array -> written(array.getComponentType()) + "[]";
            case JavaClass plain -> plain.getSimpleName();
            default -> type.getName();
        };
    }

    private static List<String> raw(JavaType type) {
        Set<String> names = new LinkedHashSet<>();
        addRaw(type, names);
        return List.copyOf(names);
    }

    private static void addRaw(JavaType type, Set<String> names) {
        switch (type) {
            case JavaParameterizedType generic -> {
                names.add(generic.toErasure().getName());
                generic.getActualTypeArguments().forEach(argument -> addRaw(argument, names));
            }
            case JavaGenericArrayType array -> addRaw(array.getComponentType(), names);
            default -> names.add(type.toErasure().getBaseComponentType().getName());
        }
    }
}
