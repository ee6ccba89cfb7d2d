package dev.cleave.platform.web;

import dev.cleave.platform.web.paging.Paging;
import dev.cleave.platform.web.problem.Problem;
import dev.cleave.platform.web.problem.Problems;
import dev.cleave.platform.web.problem.UnreadableBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.DiscoveredEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Refuses query parameters that nobody reads, because whoever sends one believes that it says something: a filter that is ignored answers
 * with what it should have kept out. What is read follows from the parameters that a controller's method declares.
 */
final class ParametersGuard implements HandlerInterceptor {

    private static final String LIBRARIES = "org.";

    private final ObjectProvider<PathMappedEndpoints> endpoints;
    private final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
    private final Map<Method, Optional<Declared>> declared = new ConcurrentHashMap<>();
    private final Map<String, Optional<Declared>> operations = new ConcurrentHashMap<>();

    /** The parameters of one endpoint, and which of them may be given several times. */
    private record Declared(Set<String> names, Set<String> repeatable) {

        Declared() {
            this(new TreeSet<>(), new HashSet<>());
        }

        void add(String name, Class<?> type) {
            names.add(name);
            if (type.isArray() || Collection.class.isAssignableFrom(type)) {
                repeatable.add(name);
            }
        }

        String inWords() {
            return names.isEmpty()
                    ? "This endpoint takes no query parameters; leave them out."
                    : "This endpoint takes the query parameters " + String.join(", ", names) + "; leave others out.";
        }
    }

    ParametersGuard(ObjectProvider<PathMappedEndpoints> endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
        if (request.getQueryString() == null || !(handler instanceof HandlerMethod method)) {
            return true;
        }
        Optional<Declared> known = method.getBeanType().getName().startsWith(LIBRARIES)
                ? operation(String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)))
                : declared.computeIfAbsent(method.getMethod(), declaring -> declaredBy(method));
        Optional<Problem> problem = known.flatMap(declared -> problem(declared, names(request.getQueryString())));
        if (problem.isPresent()) {
            Problems.write(problem.get(), request, response);
        }
        return problem.isEmpty();
    }

    private static Optional<Problem> problem(Declared known, List<String> given) {
        List<String> unknown = given.stream().filter(name -> !known.names().contains(name)).distinct().toList();
        if (!unknown.isEmpty()) {
            return Optional.of(Problem.of(400, "unknown-parameter", known.inWords(), unknown.stream()
                    .map(name -> new Problem.FieldError(UnreadableBody.harmless(name), "is not known here")).toList()));
        }
        Set<String> seen = new HashSet<>();
        List<Problem.FieldError> repeated = given.stream()
                .filter(name -> !seen.add(name) && !known.repeatable().contains(name))
                .distinct()
                .map(name -> new Problem.FieldError(name, "is given more than once"))
                .toList();
        return repeated.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of(400, "malformed-parameter", "Give each query parameter once.", repeated));
    }

    /** Not by the request's own parameters, to which a body may add. */
    private static List<String> names(String query) {
        return Stream.of(query.split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .map(parameter -> URLDecoder.decode(parameter.split("=", 2)[0], StandardCharsets.UTF_8))
                .toList();
    }

    /** What a controller's method reads; empty if that can't be told, because it reads all there is. */
    private Optional<Declared> declaredBy(HandlerMethod method) {
        Declared declared = new Declared();
        for (MethodParameter parameter : method.getMethodParameters()) {
            parameter.initParameterNameDiscovery(names);
            Class<?> type = parameter.getParameterType();
            RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
            if (named != null && Map.class.isAssignableFrom(type)) {
                return Optional.empty();
            } else if (named != null) {
                declared.add(named.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : named.name(), type);
            } else if (type == Paging.class) {
                Paging.PARAMETERS.forEach(name -> declared.add(name, String.class));
            } else if (parameter.hasParameterAnnotation(ModelAttribute.class)
                    || parameter.getParameterAnnotations().length == 0 && type.isRecord()) {
                parts(type).forEach(declared::add);
            } else if (parameter.getParameterAnnotations().length == 0 && BeanUtils.isSimpleValueType(type)) {
                declared.add(String.valueOf(parameter.getParameterName()), type);
            }
        }
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        if (mapping != null) {
            Arrays.stream(mapping.params()).map(condition -> condition.split("[!=]")[0])
                    .forEach(name -> declared.add(name, String.class));
        }
        return Optional.of(declared);
    }

    private static Map<String, Class<?>> parts(Class<?> type) {
        Map<String, Class<?>> parts = new HashMap<>();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                parts.put(component.getName(), component.getType());
            }
        } else {
            for (var property : BeanUtils.getPropertyDescriptors(type)) {
                parts.put(property.getName(), property.getPropertyType());
            }
        }
        return parts;
    }

    /** What the operations of an endpoint of our own read; empty for those that the libraries bring. */
    private Optional<Declared> operation(String pattern) {
        return operations.computeIfAbsent(pattern, mapped -> {
            for (PathMappedEndpoints all : endpoints.stream().toList()) {
                for (var endpoint : all) {
                    if (endpoint instanceof DiscoveredEndpoint<?> own && covers(all.getPath(own.getEndpointId()), mapped)) {
                        return ofEndpoint(AopUtils.getTargetClass(own.getEndpointBean()));
                    }
                }
            }
            return Optional.empty();
        });
    }

    private static boolean covers(String path, String mapped) {
        return mapped.equals(path) || mapped.startsWith(path + "/");
    }

    private static Optional<Declared> ofEndpoint(Class<?> endpoint) {
        if (endpoint.getName().startsWith(LIBRARIES)) {
            return Optional.empty();
        }
        Declared declared = new Declared();
        for (Method operation : endpoint.getDeclaredMethods()) {
            if (Stream.of(ReadOperation.class, WriteOperation.class, DeleteOperation.class)
                    .anyMatch(operation::isAnnotationPresent)) {
                for (Parameter parameter : operation.getParameters()) {
                    if (!parameter.isAnnotationPresent(Selector.class)) {
                        declared.add(parameter.getName(), parameter.getType());
                    }
                }
            }
        }
        return Optional.of(declared);
    }
}
