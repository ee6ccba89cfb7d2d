package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.model.Names;
import java.util.List;

/**
 * The code of one context.
 *
 * @param stepsPackage the name of the packages that hold messages for itself alone
 * @param classes all below its base package, nested ones too, by name
 */
public record ContextCode(String name, String basePackage, String publishedPackage, String stepsPackage,
        List<JavaClass> classes) {

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

    /** Whether a class belongs to the messages that the context sends to itself alone. */
    public boolean isStep(JavaClass type) {
        return contains(type) && !publishes(type) && (type.getPackageName() + ".").contains("." + stepsPackage + ".");
    }

    /** Whether a class belongs to the context's messages, for others or for itself. */
    public boolean speaks(JavaClass type) {
        return publishes(type) || isStep(type);
    }
}
