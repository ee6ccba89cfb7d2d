package dev.cleave.platform.web.paging;

import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.message.FailureKind;
import java.util.Map;

/** Which end of a list comes first, of one that is ordered by time: the same parameter {@code sequence} in every such list. */
public enum Sequence {
    OLDEST,
    NEWEST;

    /** The parameter's name. */
    public static final String PARAMETER = "sequence";

    /** What the parameter is without a value. */
    public static final String USUAL = "oldest";

    /**
     * Reads the request's parameter.
     *
     * @throws FailureException with code {@code malformed-sequence}
     */
    public static Sequence of(String text) {
        return switch (text) {
            case "oldest" -> OLDEST;
            case "newest" -> NEWEST;
            default -> throw new FailureException(new Failure(
                    "malformed-sequence", FailureKind.MALFORMED,
                    "The sequence is oldest or newest; leave it out for the usual one.",
                    Map.of(), false));
        };
    }

    /**
     * The SQL condition for the rows after a place in the list; its parameters are the place's time, the same time again, and its
     * identifier.
     *
     * @param time the column that orders the list
     * @param identifier the column that decides between rows of the same time
     */
    public String after(String time, String identifier) {
        String beyond = this == NEWEST ? "<" : ">";
        return "%1$s %3$s= ? AND (%1$s %3$s ? OR %2$s %3$s ?)".formatted(time, identifier, beyond);
    }

    /** The columns as a list of SQL's {@code ORDER BY}, all in this sequence. */
    public String by(String... columns) {
        String direction = this == NEWEST ? " DESC" : "";
        return String.join(direction + ", ", columns) + direction;
    }
}
