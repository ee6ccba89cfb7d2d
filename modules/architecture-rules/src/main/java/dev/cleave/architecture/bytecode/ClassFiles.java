package dev.cleave.architecture.bytecode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.net.URI;
import java.net.URLConnection;
import java.util.Optional;
import java.util.stream.Collectors;

/** The files that classes were read from, for what ArchUnit does not tell of them. */
public final class ClassFiles {

    private ClassFiles() {}

    /** What a class was read from; empty if it is not at hand. */
    public static Optional<ClassModel> read(JavaClass type) {
        return type.getSource().map(source -> read(source.getUri()));
    }

    private static ClassModel read(URI file) {
        try {
            URLConnection connection = file.toURL().openConnection();
            connection.setUseCaches(false);
            try (InputStream bytes = connection.getInputStream()) {
                return ClassFile.of().parse(bytes.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The class file " + file + " can't be read any more: build the project anew.", e);
        }
    }

    /** The name of a method, or of the one that a lambda stands in. */
    public static String enclosing(String method) {
        if (!method.startsWith("lambda$")) {
            return method;
        }
        String name = method.substring("lambda$".length(), Math.max(method.lastIndexOf('$'), "lambda$".length()));
        return switch (name) {
            case "new" -> "<init>";
            case "static" -> "<clinit>";
            default -> name;
        };
    }

    /** Parameters and result as class files write them. */
    static String descriptor(JavaCodeUnit unit) {
        return unit.getRawParameterTypes().stream().map(ClassFiles::descriptor).collect(Collectors.joining("", "(", ")"))
                + descriptor(unit.getRawReturnType());
    }

    private static String descriptor(JavaClass type) {
        if (type.isArray()) {
            return "[" + descriptor(type.getComponentType());
        }
        return switch (type.getName()) {
            case "boolean" -> "Z";
            case "byte" -> "B";
            case "char" -> "C";
            case "short" -> "S";
            case "int" -> "I";
            case "long" -> "J";
            case "float" -> "F";
            case "double" -> "D";
            case "void" -> "V";
            default -> "L" + type.getName().replace('.', '/') + ";";
        };
    }
}
