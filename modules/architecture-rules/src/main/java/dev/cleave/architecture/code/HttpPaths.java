package dev.cleave.architecture.code;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The HTTP paths that Spring's controllers answer. */
final class HttpPaths {

    private static final String ANNOTATIONS = "org.springframework.web.bind.annotation.";
    private static final List<String> MAPPINGS = List.of(
            ANNOTATIONS + "GetMapping",
            ANNOTATIONS + "PostMapping",
            ANNOTATIONS + "PutMapping",
            ANNOTATIONS + "DeleteMapping",
            ANNOTATIONS + "PatchMapping",
            ANNOTATIONS + "RequestMapping");

    private HttpPaths() {}

    static List<String> of(ContextCode context, Parts parts) {
        Set<String> paths = new TreeSet<>();
        for (JavaClass type : context.classes()) {
            if (parts.isController(type)) {
                for (JavaMethod method : type.getMethods()) {
                    for (String below : mapped(method)) {
                        List<String> above = mapped(type);
                        (above.isEmpty() ? List.of("") : above).forEach(path -> paths.add(joined(path, below)));
                    }
                }
            }
        }
        return List.copyOf(paths);
    }

    private static List<String> mapped(HasAnnotations<?> element) {
        for (String mapping : MAPPINGS) {
            for (JavaAnnotation<?> annotation : element.getAnnotations()) {
                if (annotation.getRawType().getName().equals(mapping)) {
                    List<String> paths = new ArrayList<>();
                    for (String property : List.of("value", "path")) {
                        annotation.get(property).ifPresent(value -> {
                            if (value instanceof Object[] several) {
                                for (Object one : several) {
                                    paths.add(String.valueOf(one));
                                }
                            } else {
                                paths.add(String.valueOf(value));
                            }
                        });
                    }
                    return paths.isEmpty() ? List.of("") : paths;
                }
            }
        }
        return List.of();
    }

    private static String joined(String above, String below) {
        String joined = ("/" + above + "/" + below).replaceAll("/+", "/");
        return joined.length() > 1 && joined.endsWith("/") ? joined.substring(0, joined.length() - 1) : joined;
    }
}
