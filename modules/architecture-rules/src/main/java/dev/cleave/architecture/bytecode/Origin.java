package dev.cleave.architecture.bytecode;

import java.time.Duration;

/** What a value that is not known itself is computed from. */
public sealed interface Origin {

    /**
     * A setting: what a field of a class of settings holds.
     *
     * @param type the full name of that class
     */
    record Setting(String type, String field) implements Origin {}

    /** A time that stands in the code. */
    record Fixed(Duration time) implements Origin {}
}
