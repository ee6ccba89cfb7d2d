package dev.cleave.bootstrap.trade;

import java.util.Comparator;

/**
 * An invariant found broken.
 *
 * @param invariant its number: 2 stock adds up, 3 charged once and exactly, 4 every accepted order comes to an end
 * @param subject the product or order
 */
record Breach(int invariant, String subject, String finding) implements Comparable<Breach> {

    @Override
    public int compareTo(Breach other) {
        return Comparator.comparingInt(Breach::invariant).thenComparing(Breach::subject).thenComparing(Breach::finding)
                .compare(this, other);
    }
}
