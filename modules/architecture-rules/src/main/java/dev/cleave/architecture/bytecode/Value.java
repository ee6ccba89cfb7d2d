package dev.cleave.architecture.bytecode;

import java.lang.constant.DirectMethodHandleDesc;
import java.util.List;
import java.util.SortedMap;

/** Something that code computes, and that is known without running it. */
public sealed interface Value {

    /** A text. */
    record Text(String text) implements Value {}

    /** A constant of an enumeration. */
    record Constant(String type, String name) implements Value {}

    /** A whole number. */
    record Whole(long number) implements Value {}

    /** The number of an enumeration's constant. */
    record Ordinal(Constant constant) implements Value {}

    /** An array of all constants of an enumeration. */
    record Constants(String type) implements Value {}

    /** The array by which a compiled {@code switch} tells the constants of an enumeration apart. */
    record Cases(String owner, String field) implements Value {}

    /** An object, with what its fields may hold; those that are not named may hold anything. */
    record Made(String type, SortedMap<String, Values> fields) implements Value {}

    /** A lambda or a method reference, with what it has taken along. */
    record Function(DirectMethodHandleDesc handle, List<Values> taken) implements Value {}

    /** An object on which no constructor has been called yet. */
    record Raw(String type, int number) implements Value {}
}
