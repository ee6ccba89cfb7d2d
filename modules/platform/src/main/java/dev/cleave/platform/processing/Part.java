package dev.cleave.platform.processing;

import java.util.Comparator;

/** One of the parts that a processor's events are divided into. */
record Part(String processor, int segment) implements Comparable<Part> {

    private static final Comparator<Part> ORDER = Comparator.comparing(Part::processor).thenComparing(Part::segment);

    @Override
    public int compareTo(Part other) {
        return ORDER.compare(this, other);
    }
}
