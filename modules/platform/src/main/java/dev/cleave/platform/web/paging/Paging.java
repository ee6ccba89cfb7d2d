package dev.cleave.platform.web.paging;

import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.message.FailureKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list a caller asks for: a parameter of a controller's method, read from the request's {@code after} and
 * {@code limit}.
 *
 * @param cursor the place to go on from, or null for the beginning
 * @param limit the most items to answer, from 1 to {@value #MOST}
 */
public record Paging(@Nullable Cursor cursor, int limit) {

    /** The request's parameters that are read. */
    public static final List<String> PARAMETERS = List.of("after", "limit");

    /** How many items are answered without a limit. */
    public static final int USUAL = 50;

    /** The most items that are answered. */
    public static final int MOST = 500;

    /**
     * Reads the request's parameters.
     *
     * @throws FailureException with code {@code malformed-cursor} or {@code malformed-limit}
     */
    public static Paging of(@Nullable String after, @Nullable String limit) {
        return new Paging(after == null || after.isEmpty() ? null : Cursor.parse(after), limit(limit));
    }

    /** The place to go on from; empty at the beginning. */
    public Optional<Cursor> after() {
        return Optional.ofNullable(cursor);
    }

    /** How many rows to look for: one more than the limit, to know whether there is a next page. */
    public int rows() {
        return limit + 1;
    }

    /**
     * The page of what was found.
     *
     * @param found up to {@link #rows()} items
     * @param place an item's place in the list
     */
    public <T> Page<T> page(List<T> found, Function<? super T, Cursor> place) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, place.apply(items.getLast()).toString());
    }

    private static int limit(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return USUAL;
        }
        if (text.length() <= 3 && text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        }
        throw new FailureException(new Failure(
                "malformed-limit", FailureKind.MALFORMED, "The limit must be a whole number from 1 to " + MOST + ".", Map.of(),
                false));
    }
}
