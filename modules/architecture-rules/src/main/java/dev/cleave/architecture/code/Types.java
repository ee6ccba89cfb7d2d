package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.stream.Stream;

/** Questions about classes. */
public final class Types {

    private Types() {}

    static boolean isAbstract(JavaClass type) {
        return type.isInterface() || type.getModifiers().contains(JavaModifier.ABSTRACT) && !type.isEnum();
    }

    /** A class if objects can be made of it, and all below it of which they can. */
    static Stream<JavaClass> concrete(JavaClass type) {
        return Stream.concat(Stream.of(type), type.getAllSubclasses().stream()).filter(found -> !isAbstract(found));
    }

    /** The top-level class that a class is, or is nested in. */
    public static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Types::outermost).orElse(type);
    }

    /** Whether a class is the same as another, or below it; everything is below {@code Object}. */
    static boolean isBelow(JavaClass type, JavaClass parent) {
        return parent.getName().equals(Object.class.getName()) || Axon.isA(type, parent.getName());
    }
}
