package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaGenericArrayType;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaWildcardType;
import dev.cleave.architecture.model.Message.Field;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.FieldModel;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        List<String> order = read(type, nullable);
        Stream.concat(order.stream(), declared.keySet().stream()).distinct().map(declared::get)
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

    /** The names of the fields in their order; those that may be null are noted. Annotations of types are in the class file alone. */
    private static List<String> read(JavaClass type, Set<String> nullable) {
        List<String> names = new ArrayList<>();
        type.getSource().ifPresent(source -> {
            try {
                URLConnection connection = source.getUri().toURL().openConnection();
                connection.setUseCaches(false);
                try (InputStream bytes = connection.getInputStream()) {
                    for (FieldModel field : ClassFile.of().parse(bytes.readAllBytes()).fields()) {
                        names.add(field.fieldName().stringValue());
                        if (annotations(field).anyMatch(name -> name.endsWith("/Nullable;") || name.endsWith("/CheckForNull;"))) {
                            nullable.add(field.fieldName().stringValue());
                        }
                    }
                }
            } catch (IOException | IllegalArgumentException e) {
                names.clear();
            }
        });
        return names;
    }

    /** The descriptors of the annotations on a field, or on its type as a whole. */
    private static Stream<String> annotations(FieldModel field) {
        Stream<String> ofField = Stream.concat(
                field.findAttribute(Attributes.runtimeVisibleAnnotations()).stream().flatMap(all -> all.annotations().stream()),
                field.findAttribute(Attributes.runtimeInvisibleAnnotations()).stream().flatMap(all -> all.annotations().stream()))
                .map(annotation -> annotation.className().stringValue());
        Stream<String> ofType = Stream.concat(
                field.findAttribute(Attributes.runtimeVisibleTypeAnnotations()).stream()
                        .flatMap(all -> all.annotations().stream()),
                field.findAttribute(Attributes.runtimeInvisibleTypeAnnotations()).stream()
                        .flatMap(all -> all.annotations().stream()))
                .filter(annotation -> annotation.targetPath().isEmpty())
                .map(annotation -> annotation.annotation().className().stringValue());
        return Stream.concat(ofField, ofType);
    }
}
