package dev.cleave.platform.failure;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageConversionException;
import tools.jackson.core.JacksonException;

/**
 * Tells what failed without the values that it failed on. Databases and parsers repeat them in their messages, and those who pass a
 * failure on repeat the messages; a mail address in one would be in the log for ever.
 */
public final class FailureText {

    /** What a constraint or a column is called, where a database names it before anything else. */
    private static final Pattern NAMED = Pattern.compile("[^\"]*(?:constraint|violation:|column) \"([A-Za-z][\\w.]*)");

    private FailureText() {}

    /** The message of a failure without such values; empty if it has none. */
    public static String of(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? "" : without(message, failure);
    }

    /** A text about a failure without what it repeats of the messages of databases and parsers. */
    public static String without(String text, Throwable failure) {
        return without(text, failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static String without(String text, @Nullable Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return text;
        }
        String clean = text;
        String message = failure.getMessage();
        if (message != null && !message.isBlank()) {
            if (failure instanceof SQLException sql) {
                clean = clean.replace(message, said(sql, message));
            } else if (failure instanceof JacksonException || failure instanceof HttpMessageConversionException) {
                clean = clean.replace(message, "(what it repeats is left out)");
            }
        }
        if (failure instanceof SQLException sql) {
            clean = without(clean, sql.getNextException(), seen);
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            clean = without(clean, suppressed, seen);
        }
        return without(clean, failure.getCause(), seen);
    }

    private static String said(SQLException failure, String message) {
        Matcher named = NAMED.matcher(message);
        return "SQL state " + failure.getSQLState() + ", error " + failure.getErrorCode()
                + (named.lookingAt() ? " at " + named.group(1) : "");
    }
}
