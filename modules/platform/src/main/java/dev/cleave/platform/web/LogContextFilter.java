package dev.cleave.platform.web;

import dev.cleave.platform.telemetry.LogContext;
import dev.cleave.platform.telemetry.Tracing;
import dev.cleave.platform.web.routing.RoutedPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request a correlation, which its log lines and all that follows from it have in common. */
final class LogContextFilter extends OncePerRequestFilter {

    private final Tracing tracing;
    private final Set<String> contexts;

    LogContextFilter(Tracing tracing, Set<String> contexts) {
        this.contexts = contexts;
        this.tracing = tracing;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String context = RoutedPath.of(request).context().filter(contexts::contains).orElse(null);
        try (LogContext _ = LogContext.enter(tracing.correlation(), context)) {
            chain.doFilter(request, response);
        }
    }
}
