package dev.cleave.platform.web.door;

import dev.cleave.platform.web.problem.Problem;
import dev.cleave.platform.web.problem.Problems;
import dev.cleave.platform.web.routing.RequestTarget;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * What every request passes first, on every port: notes who sends it, refuses targets that could be read in two ways, names that are
 * not ours, and changes that a page of somebody else's asks the operator's browser for; and tells browsers what to do with answers.
 */
public final class FrontDoor extends ValveBase {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    private static final String POLICY = "Content-Security-Policy";

    /** Who calls from this machine, for what tells callers apart by whether they have signed in, such as the health. */
    private static final Principal OPERATOR = () -> "this-machine";

    private static final Map<String, String> FOR_BROWSERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            POLICY, "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    private final Hosts hosts;

    public FrontDoor(Hosts hosts) {
        super(true);
        this.hosts = hosts;
    }

    /** Lets browsers do less with an answer: what it is by its declared type alone, in no frame, for no other site. */
    static void protect(HttpServletResponse response) {
        FOR_BROWSERS.forEach(response::setHeader);
    }

    /** Lets a page of our own have its styles and scripts from here. */
    public static void asPage(HttpServletResponse response) {
        response.setHeader(POLICY,
                "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                        + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        protect(response.getResponse());
        Caller.note(request.getRequest(), request.getPeerAddr());
        if (Caller.isOnThisMachine(request.getRequest())) {
            request.setUserPrincipal(OPERATOR);
        }
        if (response.isError()) {
            // Refused already, whatever is in the query, which nobody should stumble over when telling so.
            request.getCoyoteRequest().queryString().recycle();
        }
        Problem problem = response.isError() ? null : problem(request);
        if (problem == null) {
            getNext().invoke(request, response);
        } else {
            Problems.write(problem, request.getRequest(), response.getResponse());
        }
    }

    private @Nullable Problem problem(Request request) {
        Optional<String> path = RequestTarget.faultOfPath(request.getRequestURI());
        if (path.isPresent()) {
            return Problem.of(400, "malformed-path", path.get());
        }
        Optional<String> query = Optional.ofNullable(request.getQueryString()).flatMap(RequestTarget::faultOfQuery);
        if (query.isPresent()) {
            return Problem.of(400, "malformed-query", query.get());
        }
        if (request.getHeader("Host") != null && !hosts.include(request.getServerName(), request.getLocalAddr())) {
            return Problem.of(
                    421, "unknown-host",
                    "The system is not called so. Call it localhost, or have its operator add the name to cleave.web.hosts.");
        }
        if (!READING.contains(request.getMethod()) && fromAnotherSite(request)) {
            return Problem.of(
                    403, "cross-site-request",
                    "A page of another site asked for this; nothing was changed. Use the system's own pages, or a program.");
        }
        if (!acceptsSomething(request)) {
            return Problem.ofStatus(406);
        }
        return namesNoType(request.getContentType()) ? Problem.ofStatus(415) : null;
    }

    /** Whether a body's type is given with a wildcard, also where there is no body. */
    private static boolean namesNoType(@Nullable String declared) {
        try {
            return declared != null && !declared.isBlank() && !MediaType.parseMediaType(declared).isConcrete();
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }

    private static boolean acceptsSomething(Request request) {
        List<String> accepted = Collections.list(request.getHeaders("Accept"));
        try {
            return accepted.isEmpty() || !MediaType.parseMediaTypes(accepted).isEmpty();
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }

    /** Browsers say where a request was made; programs don't. */
    private static boolean fromAnotherSite(Request request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !OWN_SITES.contains(site);
        }
        String origin = request.getHeader("Origin");
        return origin != null && !isHost(origin, request.getHeader("Host"));
    }

    private static boolean isHost(String origin, @Nullable String host) {
        try {
            URI page = URI.create(origin);
            return page.getRawAuthority() != null && page.getRawAuthority().equalsIgnoreCase(host);
        } catch (IllegalArgumentException noOrigin) {
            return false;
        }
    }
}
