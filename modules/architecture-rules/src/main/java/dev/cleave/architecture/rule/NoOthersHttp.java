package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.bytecode.Literal;
import dev.cleave.architecture.bytecode.Literals;
import dev.cleave.architecture.code.ContextCode;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.uses.Uses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Contexts are no clients of each other's HTTP paths. */
final class NoOthersHttp extends StatedRule {

    private static final List<String> CLIENTS = List.of(
            "org.springframework.web.client", "org.springframework.web.reactive.function.client",
            "org.springframework.web.service.annotation", "org.springframework.cloud.openfeign", "java.net.http", "java.net.URL",
            "java.net.HttpURLConnection", "org.apache.http", "org.apache.hc", "okhttp3", "retrofit2", "feign",
            "jakarta.ws.rs.client");

    NoOthersHttp() {
        super(
                "no-others-http",
                Laws.COMMANDS_AND_EVENTS_ONLY,
                "A context calls no HTTP path of another",
                "HTTP is for callers from outside. Between contexts a call is a query or a command that no bus routes, no trace of messages shows"
                        + " and no deployment profile knows, and it fails whenever the other is down.");
    }

    @Override
    public boolean mayFindNothing() {
        return true;
    }

    @Override
    public Examination examine(SystemCode code) {
        SequencedMap<String, Integer> examined = new LinkedHashMap<>();
        examined.put("classes that call over HTTP", 0);
        List<Violation> violations = new ArrayList<>();
        for (ContextCode context : code.contexts()) {
            List<ContextModel> others = code.model().contexts().stream()
                    .filter(other -> !other.name().equals(context.name()))
                    .toList();
            for (JavaClass type : context.classes()) {
                if (Uses.of(type).stream().anyMatch(use -> Packages.contain(CLIENTS, use.to()))) {
                    examined.merge("classes that call over HTTP", 1, Integer::sum);
                    Literals.of(type).forEach(literal -> others.forEach(other -> beginnings(other, own(code, context)).stream()
                            .filter(path -> leadsTo(literal.text(), path))
                            .findFirst()
                            .ifPresent(path -> violations.add(violation(code, literal, path, other)))));
                }
            }
        }
        return new Examination(examined, violations);
    }

    /** Whether a text holds the beginning of a path. */
    private static boolean leadsTo(String text, String beginning) {
        return Pattern.compile(Pattern.quote(beginning) + "(?![\\w-])").matcher(text).find();
    }

    private static List<String> own(SystemCode code, ContextCode context) {
        return code.model().context(context.name()).map(ContextModel::paths).orElse(List.of());
    }

    /** The fixed beginnings of another's paths, step by step, the longest first; what the own paths begin with too tells nothing. */
    private static List<String> beginnings(ContextModel other, List<String> own) {
        Set<String> shared = own.stream().flatMap(NoOthersHttp::beginnings).collect(Collectors.toSet());
        Set<String> whole = other.paths().stream().map(NoOthersHttp::fixed).collect(Collectors.toSet());
        return other.paths().stream()
                .flatMap(NoOthersHttp::beginnings)
                .filter(path -> whole.contains(path) || !shared.contains(path) && path.indexOf('/', 1) > 0)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static Stream<String> beginnings(String path) {
        String fixed = fixed(path);
        return IntStream.rangeClosed(2, fixed.length())
                .filter(end -> end == fixed.length() || fixed.charAt(end) == '/')
                .mapToObj(end -> fixed.substring(0, end));
    }

    private static String fixed(String path) {
        return path.replaceFirst("/?\\{.*", "");
    }

    private static Violation violation(SystemCode code, Literal literal, String path, ContextModel other) {
        return new Violation(
                code.at(literal),
                literal.in().getSimpleName() + " calls over HTTP and names " + path + ", a path of " + other.name() + ".",
                "Send " + other.name()
                        + " a command, or keep what is needed of it in a view of the own context, built from its events.");
    }
}
