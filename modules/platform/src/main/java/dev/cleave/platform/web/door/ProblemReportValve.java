package dev.cleave.platform.web.door;

import dev.cleave.platform.web.problem.Mishaps;
import dev.cleave.platform.web.problem.Problem;
import dev.cleave.platform.web.problem.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers for what Tomcat refuses before anything of ours sees it, such as a malformed request line. */
public final class ProblemReportValve extends ErrorReportValve {

    /** What Tomcat says of an unknown transfer encoding and an unknown version, which are the caller's mistakes. */
    private static final Set<Integer> NOT_HTTP =
            Set.of(HttpServletResponse.SC_NOT_IMPLEMENTED, HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        if (NOT_HTTP.contains(status)) {
            status = HttpServletResponse.SC_BAD_REQUEST;
            response.setStatus(status);
        }
        Problem problem = status >= 500 && throwable != null ? Mishaps.log("malformed", throwable) : Problem.ofStatus(status);
        byte[] body = Problems.json(problem);
        FrontDoor.protect(response);
        try {
            response.setContentType(Problem.MEDIA_TYPE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException callerGone) {
            container.getLogger().debug("The caller was gone before the answer");
        }
    }
}
