package dev.cleave.platform.web.routing;

import dev.cleave.platform.failure.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Finds the path that somebody may have meant. */
public final class NearPath {

    private static final int MOST_LETTERS = 4;
    private static final int LEFT_OUT = 2;

    private final Supplier<List<List<String>>> known;

    private record Candidate(String path, int distance) {}

    public NearPath(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.known = SingletonSupplier.of(() -> mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/api/") || pattern.startsWith("/simulator"))
                .distinct()
                .map(NearPath::segments)
                .toList());
    }

    /** The known path that is most like the one given, with its variable parts as they are named, if any is much like it. */
    public Optional<String> to(List<String> given) {
        List<String> segments = given.stream().filter(segment -> !segment.isEmpty()).toList();
        return known.get().stream()
                .flatMap(pattern -> candidates(segments, pattern))
                .filter(candidate -> candidate.distance() <= MOST_LETTERS)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::path))
                .map(Candidate::path);
    }

    /** As it stands, or with its beginning left out. */
    private static Stream<Candidate> candidates(List<String> given, List<String> pattern) {
        List<Candidate> candidates = new ArrayList<>();
        for (int leftOut = 0; leftOut < pattern.size(); leftOut++) {
            List<String> rest = pattern.subList(leftOut, pattern.size());
            if (rest.size() == given.size() && !isVariable(rest.getFirst())) {
                candidates.add(
                        new Candidate("/" + String.join("/", pattern), distance(given, rest) + (leftOut > 0 ? LEFT_OUT : 0)));
            }
        }
        return candidates.stream();
    }

    private static int distance(List<String> given, List<String> pattern) {
        int distance = 0;
        for (int i = 0; i < given.size(); i++) {
            distance += isVariable(pattern.get(i)) ? 0 : Names.distance(given.get(i), pattern.get(i));
        }
        return distance;
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }

    private static List<String> segments(String pattern) {
        return Stream.of(pattern.split("/")).filter(segment -> !segment.isEmpty()).toList();
    }
}
