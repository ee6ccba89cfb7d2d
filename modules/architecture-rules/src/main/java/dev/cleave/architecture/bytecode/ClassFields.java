package dev.cleave.architecture.bytecode;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.classfile.Annotation;
import java.lang.classfile.Attributes;
import java.lang.classfile.FieldModel;
import java.lang.classfile.TypeAnnotation;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.stream.Stream;

/** What a class file says of a class's own fields beyond what ArchUnit does: their order, and the annotations of their types. */
public final class ClassFields {

    /**
     * A field.
     *
     * @param nullable whether it, or its type as a whole, is marked so
     * @param constant whether it is a constant of an enumeration
     */
    public record ClassField(String name, boolean nullable, boolean constant) {}

    private ClassFields() {}

    /** In the order of declaration; none where the class file is not at hand. */
    public static List<ClassField> of(JavaClass type) {
        return ClassFiles.read(type).stream()
                .flatMap(file -> file.fields().stream())
                .map(ClassFields::read)
                .toList();
    }

    private static ClassField read(FieldModel field) {
        return new ClassField(
                field.fieldName().stringValue(),
                annotations(field).anyMatch(name -> name.endsWith("/Nullable;") || name.endsWith("/CheckForNull;")),
                field.flags().has(AccessFlag.ENUM));
    }

    /** The descriptors of the annotations on a field, or on its type as a whole. */
    private static Stream<String> annotations(FieldModel field) {
        Stream<Annotation> ofField = Stream.concat(
                field.findAttribute(Attributes.runtimeVisibleAnnotations()).stream().flatMap(all -> all.annotations().stream()),
                field.findAttribute(Attributes.runtimeInvisibleAnnotations()).stream()
                        .flatMap(all -> all.annotations().stream()));
        Stream<TypeAnnotation> ofType = Stream.concat(
                field.findAttribute(Attributes.runtimeVisibleTypeAnnotations()).stream()
                        .flatMap(all -> all.annotations().stream()),
                field.findAttribute(Attributes.runtimeInvisibleTypeAnnotations()).stream()
                        .flatMap(all -> all.annotations().stream()));
        return Stream.concat(
                ofField, ofType.filter(annotation -> annotation.targetPath().isEmpty()).map(TypeAnnotation::annotation))
                .map(annotation -> annotation.className().stringValue());
    }
}
