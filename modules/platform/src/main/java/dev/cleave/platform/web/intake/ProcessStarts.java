package dev.cleave.platform.web.intake;

import dev.cleave.platform.web.routing.RoutedPath;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Tells requests that start a process from all others, before anything is done for them. */
public final class ProcessStarts {

    private final Supplier<List<Start>> starts;

    private record Start(Set<RequestMethod> methods, Set<PathPattern> paths) {

        static Start of(RequestMappingInfo mapping) {
            return new Start(mapping.getMethodsCondition().getMethods(), mapping.getPathPatternsCondition().getPatterns());
        }

        boolean matches(@Nullable RequestMethod method, PathContainer path) {
            return methods.contains(method) && paths.stream().anyMatch(pattern -> pattern.matches(path));
        }
    }

    public ProcessStarts(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.starts = SingletonSupplier.of(() -> mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(handler -> handler.getValue().hasMethodAnnotation(StartsProcess.class))
                .map(handler -> Start.of(handler.getKey()))
                .toList());
    }

    boolean includes(HttpServletRequest request) {
        RequestMethod method = RequestMethod.resolve(request.getMethod());
        PathContainer path = RoutedPath.of(request).container();
        return starts.get().stream().anyMatch(start -> start.matches(method, path));
    }
}
