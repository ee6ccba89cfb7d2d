package dev.cleave.platform.telemetry;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import dev.cleave.platform.failure.FailureText;
import java.io.IOException;
import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.StandardStackTracePrinter;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/** Writes exceptions into the log, whoever logs them, without the values that databases and parsers repeat. */
public final class CleanStackTraces implements StackTracePrinter {

    private static final StackTracePrinter PRINTER = StandardStackTracePrinter.rootLast();

    /** Makes {@code %cleaveEx} known to the log's patterns; to be called before logging is set up. */
    public static void makeKnown() {
        PatternLayout.DEFAULT_CONVERTER_SUPPLIER_MAP.put("cleaveEx", InPattern::new);
    }

    /** As the log for machines has it. */
    @Override
    public void printStackTrace(Throwable mishap, Appendable out) throws IOException {
        out.append(FailureText.without(PRINTER.printStackTraceToString(mishap), mishap));
    }

    /** As the log for people has it. */
    private static final class InPattern extends ExtendedWhitespaceThrowableProxyConverter {

        @Override
        protected String throwableProxyToString(IThrowableProxy proxy) {
            String text = super.throwableProxyToString(proxy);
            return proxy instanceof ThrowableProxy given ? FailureText.without(text, given.getThrowable()) : text;
        }
    }
}
