package dev.cleave.platform.web.problem;

import java.io.EOFException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;

/** Tells what a caller did wrong in sending a request or in taking its answer from what went wrong here. */
public final class BrokenTransfer {

    private static final int MOST_CAUSES = 10;

    private BrokenTransfer() {}

    /** The problem, if a transfer that broke off is the cause. */
    public static Optional<Problem> problem(Throwable mishap) {
        Throwable cause = mishap;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof SocketTimeoutException) {
                return Optional.of(Problem.ofStatus(408));
            }
            if (cause instanceof BadRequestException || cause instanceof ClientAbortException || cause instanceof EOFException) {
                return Optional.of(Problem.of(
                        400, "malformed-request", "The request broke off, or is not sent as HTTP wants it. Send it again."));
            }
            if (cause instanceof InvalidParameterException) {
                return Optional.of(Problem.of(400, "malformed-query",
                        "The query has a part without a name, or is not encoded as a URL is."));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
