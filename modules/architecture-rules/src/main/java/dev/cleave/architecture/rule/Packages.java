package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.model.Names;
import java.util.Collection;

/** Packages, and single types among them, by name. */
final class Packages {

    private Packages() {}

    /** Whether a type of that name is in one of the packages, or below. */
    static boolean containName(Collection<String> packages, String type) {
        return packages.stream().anyMatch(each -> type.startsWith(each + "."));
    }

    /** Whether a class is one of those named, nested in it, or in a package named or below it. */
    static boolean contain(Collection<String> names, JavaClass type) {
        String full = type.getName();
        return names.stream().anyMatch(name -> Names.isBelow(full, name) || full.startsWith(name + "$"));
    }
}
