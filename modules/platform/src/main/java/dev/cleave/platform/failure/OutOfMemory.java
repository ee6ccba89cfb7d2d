package dev.cleave.platform.failure;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Ends a process that has run out of memory, wherever that shows: what it would answer, write or decide from then on can't be relied on,
 * and all that was acknowledged survives its sudden end. {@code -XX:+ExitOnOutOfMemoryError} does the same where it is given; a jar
 * can't give it to itself.
 */
public final class OutOfMemory {

    private static final int EXIT_CODE = 3;
    private static final int MOST_CAUSES = 20;

    private OutOfMemory() {}

    /** From now on ends the process when a thread dies of it. */
    public static void watchThreads() {
        Thread.UncaughtExceptionHandler usual = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, mishap) -> {
            endProcessOn(mishap);
            if (usual != null) {
                usual.uncaughtException(thread, mishap);
            } else {
                LoggerFactory.getLogger(OutOfMemory.class).error("A thread died", mishap);
            }
        });
    }

    /** From now on ends the process when somebody has caught it, and logs it; to be called once logging is set up. */
    public static void watchLog() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            logging.addTurboFilter(new TurboFilter() {
                @Override
                public FilterReply decide(
                        Marker marker,
                        Logger logger,
                        Level level,
                        String format,
                        Object @Nullable [] arguments,
                        @Nullable Throwable mishap) {
                    if (mishap != null) {
                        endProcessOn(mishap);
                    }
                    return FilterReply.NEUTRAL;
                }
            });
        }
    }

    /** Ends the process at once if the memory having run out is the cause, or a cause of the cause. */
    public static void endProcessOn(Throwable mishap) {
        Throwable cause = mishap;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof OutOfMemoryError) {
                System.err.println("The memory has run out (" + cause.getMessage()
                        + "). The process ends; start it anew, with a larger -Xmx if this comes again.");
                Runtime.getRuntime().halt(EXIT_CODE);
            }
            cause = cause.getCause();
        }
    }
}
