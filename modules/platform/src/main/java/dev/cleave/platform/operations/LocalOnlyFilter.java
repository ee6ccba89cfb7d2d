package dev.cleave.platform.operations;

import dev.cleave.platform.web.LocalOnly;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Keeps what operates the system to callers on this machine for as long as nobody can sign in: the actuator, of which only
 * health and metrics can be seen from elsewhere, and the controllers marked {@link LocalOnly} unless told otherwise.
 */
class LocalOnlyFilter extends OncePerRequestFilter implements HandlerInterceptor, WebMvcConfigurer {

    private static final String ACTUATOR = "/actuator";
    private static final List<String> OPEN = List.of("/actuator/health", "/actuator/info", "/actuator/prometheus");

    /** Who is answered by the controllers marked {@link LocalOnly}. */
    enum Inspection {
        /** Callers on this machine. */
        THIS_MACHINE,
        /** Everybody who reaches the system. */
        EVERYWHERE
    }

    private final Inspection inspection;

    LocalOnlyFilter(Inspection inspection) {
        this.inspection = inspection;
    }

    @Override
    protected final boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !operates(request) || OPEN.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"));
    }

    /** Whether a request is for what operates the system. */
    protected boolean operates(HttpServletRequest request) {
        return request.getRequestURI().startsWith(ACTUATOR);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (fromThisMachine(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
        if (inspection == Inspection.THIS_MACHINE
                && handler instanceof HandlerMethod method
                && method.getBeanType().isAnnotationPresent(LocalOnly.class)
                && !fromThisMachine(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        return true;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    private static boolean fromThisMachine(HttpServletRequest request) throws IOException {
        return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }
}
