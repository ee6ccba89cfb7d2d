package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.model.Names;
import java.util.List;

/**
 * The code of one context.
 *
 * @param classes all below its base package, nested ones too, by name
 */
public record ContextCode(String name, String basePackage, String publishedPackage, List<JavaClass> classes) {

    public ContextCode {
        classes = List.copyOf(classes);
    }

    /** Whether a class belongs to the context. */
    public boolean contains(JavaClass type) {
        return Names.isBelow(type.getPackageName(), basePackage);
    }

    /** Whether a class belongs to the context's published language. */
    public boolean publishes(JavaClass type) {
        return Names.isBelow(type.getPackageName(), publishedPackage);
    }
}
