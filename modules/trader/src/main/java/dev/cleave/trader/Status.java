package dev.cleave.trader;

import java.util.Arrays;
import java.util.Locale;

/** An order's status as the system shows it. */
enum Status {
    PLACED(false),
    RESERVED(false),
    CONFIRMED(false),
    SHIPPED(false),
    COMPLETED(true),
    REJECTED(true),
    CANCELLED(true),
    RETURNED(true),
    /** A status that is not documented. */
    UNKNOWN(false);

    private final boolean end;

    Status(boolean end) {
        this.end = end;
    }

    static Status of(String text) {
        return Arrays.stream(values()).filter(status -> status.text().equals(text)).findAny().orElse(UNKNOWN);
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more happens to the order unless somebody asks for it. */
    boolean end() {
        return end;
    }

    /** Whether nothing is gained by waiting longer for the wanted status. */
    boolean isOrIsPast(Status wanted) {
        return end || this != UNKNOWN && ordinal() >= wanted.ordinal();
    }

    /** Whether its pieces have left the house, and its payment was captured. */
    boolean left() {
        return this == SHIPPED || this == COMPLETED || this == RETURNED;
    }
}
