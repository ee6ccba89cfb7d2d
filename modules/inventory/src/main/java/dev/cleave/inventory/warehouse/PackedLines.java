package dev.cleave.inventory.warehouse;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of a reservation as pairs of a shelf's number and a quantity, a tenth of their size. */
final class PackedLines {

    private final int[] pairs;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    PackedLines(int[] pairs) {
        this.pairs = pairs;
    }

    @JsonValue
    int[] pairs() {
        return pairs;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PackedLines lines && Arrays.equals(pairs, lines.pairs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pairs);
    }
}
