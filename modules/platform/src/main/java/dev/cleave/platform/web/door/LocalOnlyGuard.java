package dev.cleave.platform.web.door;

import dev.cleave.platform.web.problem.Problem;
import dev.cleave.platform.web.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.webmvc.actuate.endpoint.web.AbstractWebMvcEndpointHandlerMapping;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Keeps what operates the system to callers on this machine for as long as nobody can sign in: the actuator, of which only health,
 * information and metrics can be seen from elsewhere, and the controllers marked {@link LocalOnly} unless told otherwise. It decides
 * by what a request was routed to, wherever that is mapped.
 */
public final class LocalOnlyGuard implements HandlerInterceptor {

    private static final List<EndpointId> OPEN = Stream.of("health", "info", "prometheus").map(EndpointId::of).toList();
    private static final String ACTUATOR = AbstractWebMvcEndpointHandlerMapping.class.getPackageName();

    /** Who is answered by the controllers marked {@link LocalOnly}. */
    public enum Inspection {
        /** Callers on this machine. */
        THIS_MACHINE,
        /** Everybody who reaches the system. */
        EVERYWHERE
    }

    private final Inspection inspection;
    private final Supplier<Set<String>> open;

    public LocalOnlyGuard(Inspection inspection, ObjectProvider<PathMappedEndpoints> endpoints) {
        this.inspection = inspection;
        this.open = SingletonSupplier.of(() -> endpoints.stream().flatMap(LocalOnlyGuard::open).collect(Collectors.toSet()));
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
        if (!(handler instanceof HandlerMethod method) || !isKeptToThisMachine(method.getBeanType(), request)
                || Caller.isOnThisMachine(request)) {
            return true;
        }
        Problems.write(Problem.of(403, "this-machine-only", "Only callers on the system's own machine are answered here."),
                request,
                response);
        return false;
    }

    private boolean isKeptToThisMachine(Class<?> controller, HttpServletRequest request) {
        if (controller.isAnnotationPresent(LocalOnly.class)) {
            return inspection == Inspection.THIS_MACHINE;
        }
        return operates(controller)
                && !isOpen(String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
    }

    private static boolean operates(Class<?> controller) {
        return controller.getPackageName().equals(ACTUATOR) || AnnotatedElementUtils.hasAnnotation(controller, Endpoint.class);
    }

    private boolean isOpen(String pattern) {
        return open.get().stream().anyMatch(path -> pattern.equals(path) || pattern.startsWith(path + "/"));
    }

    private static Stream<String> open(PathMappedEndpoints endpoints) {
        return OPEN.stream().filter(id -> endpoints.getEndpoint(id) != null).flatMap(id -> Stream.concat(
                Stream.of(endpoints.getPath(id)),
                Stream.of(WebServerNamespace.SERVER, WebServerNamespace.MANAGEMENT)
                        .flatMap(port -> endpoints.getAdditionalPaths(port, id).stream())));
    }
}
