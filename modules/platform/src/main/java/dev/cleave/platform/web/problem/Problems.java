package dev.cleave.platform.web.problem;

import dev.cleave.platform.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems, whatever the caller said it accepts. */
public final class Problems {

    private static final int LONGEST_INSTANCE = 200;
    private static final String PASSING = Problems.class.getName() + ".passing";
    private static final String RETRY_AFTER_SECONDS = "1";
    private static final JsonMapper JSON = Json.forMessages().build();

    private Problems() {}

    /** Answers with a problem, unless the answer is under way already. */
    public static void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (problem.isPassing()) {
            request.setAttribute(PASSING, true);
        }
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        if (problem.retryable()) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        byte[] body = json(problem.instance() == null ? problem.at(instance(request)) : problem);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    public static byte[] json(Problem problem) {
        return JSON.writeValueAsBytes(problem);
    }

    /** Whether the present request was answered with a problem that may pass. */
    public static boolean passing(HttpServletRequest request) {
        return request.getAttribute(PASSING) != null;
    }

    static @Nullable String instance(HttpServletRequest request) {
        Object original = request.getAttribute("jakarta.servlet.error.request_uri");
        String path = original instanceof String failed ? failed : request.getRequestURI();
        return path == null || path.length() > LONGEST_INSTANCE ? null : path;
    }
}
