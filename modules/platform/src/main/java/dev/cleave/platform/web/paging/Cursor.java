package dev.cleave.platform.web.paging;

import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.message.FailureKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A place in a list: the values that the list is ordered by, of the last item that was seen. To callers it is an opaque text.
 *
 * @param values the ordering values of the item, in the order of the list's criteria
 */
public record Cursor(List<String> values) {

    private static final int LONGEST = 1_000;
    private static final char SEPARATOR = '\u001f';

    public Cursor {
        values = List.copyOf(values);
    }

    /** The place after the item with these ordering values. */
    public static Cursor of(Object... values) {
        return new Cursor(Arrays.stream(values).map(Object::toString).toList());
    }

    /**
     * Reads a cursor of the given number of values.
     *
     * @throws FailureException with code {@code malformed-cursor} if it is none
     */
    public static Cursor parse(String text, int size) {
        Cursor cursor = parse(text);
        if (cursor.values().size() != size) {
            throw malformed();
        }
        return cursor;
    }

    /**
     * Reads a cursor.
     *
     * @throws FailureException with code {@code malformed-cursor} if it is none
     */
    public static Cursor parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw malformed();
        }
        try {
            String joined = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)))
                    .toString();
            return new Cursor(List.of(joined.split(String.valueOf(SEPARATOR), -1)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw malformed();
        }
    }

    /** One of its values. */
    public String value(int index) {
        if (index >= values.size()) {
            throw malformed();
        }
        return values.get(index);
    }

    /**
     * One of its values as a number.
     *
     * @throws FailureException with code {@code malformed-cursor} if it is none
     */
    public long number(int index) {
        try {
            return Long.parseLong(value(index));
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    /** The text that callers pass as {@code after}. */
    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(String.valueOf(SEPARATOR), values).getBytes(StandardCharsets.UTF_8));
    }

    /** What to throw for a cursor that this system did not give out. */
    public static FailureException malformed() {
        return new FailureException(new Failure(
                "malformed-cursor", FailureKind.MALFORMED,
                "The parameter after is not one that this list gave. Pass on the next of the previous page unchanged, or leave it out.",
                Map.of(),
                false));
    }
}
