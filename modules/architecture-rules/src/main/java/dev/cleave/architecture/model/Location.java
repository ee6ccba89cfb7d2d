package dev.cleave.architecture.model;

import org.jspecify.annotations.Nullable;

/**
 * A place in the code.
 *
 * @param type the full name of the class
 * @param member the method or field in it; null if the class itself is meant
 * @param file the source file, relative to the project's root, with {@code /}; null if the source is not at hand
 * @param line counted from 1; 0 if unknown
 */
public record Location(String type, @Nullable String member, @Nullable String file, int line) {

    /** The class without its package. */
    public String simpleType() {
        return Names.simple(type);
    }

    /** File and line as tools link them, for example {@code modules/x/src/main/java/a/B.java:12}; else the class. */
    public String shown() {
        return file == null ? type : line > 0 ? file + ":" + line : file;
    }
}
