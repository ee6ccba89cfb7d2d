package dev.cleave.architecture.model;

/** How types are called where it is plain which are meant. */
public final class Names {

    private Names() {}

    /** A type's name without its package, and without the type that it is nested in. */
    public static String simple(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }

    /** Whether a package or a type is what is named, or in a package of that name, or below it. */
    public static boolean isBelow(String name, String above) {
        return name.equals(above) || name.startsWith(above + ".");
    }
}
