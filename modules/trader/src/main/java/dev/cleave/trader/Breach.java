package dev.cleave.trader;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.Locale;

/**
 * An invariant found broken.
 *
 * @param subject the product or order
 */
record Breach(Kind invariant, String subject, String finding) implements Comparable<Breach> {

    /** What a trader can check from outside. */
    enum Kind {
        STOCK("every product's pieces add up"),
        CHARGES("every order is charged once and exactly, or not at all"),
        ENDS("every accepted order came to an end");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        String meaning() {
            return meaning;
        }
    }

    @Override
    public int compareTo(Breach other) {
        return Comparator.comparing(Breach::invariant).thenComparing(Breach::subject).thenComparing(Breach::finding)
                .compare(this, other);
    }
}
