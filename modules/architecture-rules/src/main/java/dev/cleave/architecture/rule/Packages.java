package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.model.Names;
import java.util.Collection;

/** Packages, and single types among them, by name. */
public final class Packages {

    private Packages() {}

    /** Whether a class is one of those named, nested in it, or in a package named or below it. */
    public static boolean contain(Collection<String> names, JavaClass type) {
        return contain(names, type.getName());
    }

    /** Likewise, of a class that is known by its full name alone. */
    public static boolean contain(Collection<String> names, String type) {
        return names.stream().anyMatch(name -> Names.isBelow(type, name) || type.startsWith(name + "$"));
    }
}
