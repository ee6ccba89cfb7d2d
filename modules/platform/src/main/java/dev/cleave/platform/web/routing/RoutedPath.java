package dev.cleave.platform.web.routing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.web.util.ServletRequestPathUtils;

/** A request's path as it is routed: below the path of the application, in decoded segments. Whoever decides by a path takes this. */
public final class RoutedPath {

    private static final String API = "api";

    private final PathContainer path;

    private RoutedPath(PathContainer path) {
        this.path = path;
    }

    public static RoutedPath of(HttpServletRequest request) {
        RequestPath parsed = ServletRequestPathUtils.hasParsedRequestPath(request)
                ? ServletRequestPathUtils.getParsedRequestPath(request)
                : ServletRequestPathUtils.parseAndCache(request);
        return new RoutedPath(parsed.pathWithinApplication());
    }

    /** For whatever matches patterns. */
    public PathContainer container() {
        return path;
    }

    public List<String> segments() {
        List<String> segments = new ArrayList<>();
        for (PathContainer.Element element : path.elements()) {
            if (element instanceof PathContainer.PathSegment segment) {
                segments.add(segment.valueToMatch());
            }
        }
        return segments;
    }

    /** The context that the path belongs to. */
    public Optional<String> context() {
        List<String> segments = segments();
        return segments.size() > 2 && segments.getFirst().equals(API) ? Optional.of(segments.get(1)) : Optional.empty();
    }

    @Override
    public String toString() {
        return segments().stream().map(segment -> "/" + segment).collect(Collectors.joining());
    }
}
