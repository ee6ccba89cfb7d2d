package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.net.URI;
import java.net.URLConnection;
import java.util.Optional;

/** The files that classes were read from, for what ArchUnit does not tell of them. */
final class ClassFiles {

    private ClassFiles() {}

    /** What a class was read from; empty if it is not at hand. */
    static Optional<ClassModel> read(JavaClass type) {
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
    static String enclosing(String method) {
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
}
