package dev.cleave.platform.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers for what Tomcat refuses before anything of ours sees it, such as a malformed request line. */
final class ProblemReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
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
