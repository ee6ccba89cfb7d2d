package dev.cleave.platform.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Helps those who mistyped a name. */
public final class Names {

    private Names() {}

    /** The known name that is most like the one given, if any is much like it. */
    public static Optional<String> nearest(String name, Collection<String> known) {
        String given = name.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(given, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(candidate -> distance(given, candidate) <= Math.max(2, given.length() / 2));
    }

    /** A remedy for an unknown name: the nearest known one, or all. */
    public static String remedy(String name, Collection<String> known) {
        return nearest(name, known)
                .map(nearest -> "Did you mean " + nearest + "?")
                .orElseGet(() -> "Known are: " + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
    }

    /** How many letters have to be put in, left out, or changed (Levenshtein). */
    public static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
