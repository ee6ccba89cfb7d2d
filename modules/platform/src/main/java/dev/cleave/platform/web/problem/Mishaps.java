package dev.cleave.platform.web.problem;

import dev.cleave.platform.failure.FailureText;
import dev.cleave.platform.failure.OutOfMemory;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what nobody foresaw into the log, under a reference that the caller is given. The messages of databases and parsers are
 * left out, because they repeat the values that they stumbled over.
 */
public final class Mishaps {

    private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);
    private static final int MOST_CAUSES = 6;
    private static final int MOST_FRAMES = 25;

    private Mishaps() {}

    /** Logs the mishap and returns the problem that tells of it. */
    public static Problem log(String method, Throwable mishap) {
        OutOfMemory.endProcessOn(mishap);
        String reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        LOG.error("A {} request failed, reference {}: {}", method, reference, describe(mishap));
        return Problem.of(500, "internal-error", "Something went wrong on our side. The reference helps us to find out what.")
                .referringTo(reference);
    }

    public static String describe(Throwable mishap) {
        StringBuilder text = new StringBuilder();
        Throwable cause = mishap;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            text.append(depth == 0 ? "" : "Caused by: ").append(cause.getClass().getName());
            String message = FailureText.of(cause);
            text.append(message.isEmpty() ? "" : ": ").append(message);
            text.append(System.lineSeparator());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                text.append("\tat ").append(frames[i]).append(System.lineSeparator());
            }
            cause = cause.getCause() == cause ? null : cause.getCause();
        }
        return text.toString();
    }
}
