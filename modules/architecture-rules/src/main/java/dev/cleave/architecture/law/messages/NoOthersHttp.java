package dev.cleave.architecture.law.messages;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.cleave.architecture.bytecode.Literal;
import dev.cleave.architecture.bytecode.Literals;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.ContextModel;
import dev.cleave.architecture.rule.Packages;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Statement;
import dev.cleave.architecture.rule.Violation;
import dev.cleave.architecture.uses.Uses;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Contexts are no clients of each other's HTTP paths. */
final class NoOthersHttp {

    private static final List<String> CLIENTS = List.of(
            "org.springframework.web.client", "org.springframework.web.reactive.function.client",
            "org.springframework.web.service.annotation", "org.springframework.cloud.openfeign", "java.net.http", "java.net.URL",
            "java.net.HttpURLConnection", "org.apache.http", "org.apache.hc", "okhttp3", "retrofit2", "feign",
            "jakarta.ws.rs.client");

    private NoOthersHttp() {}

    static Rule rule() {
        return Statement.of(
                "no-others-http", CommandsAndEventsOnly.LAW,
                "A context calls no HTTP path of another",
                "HTTP is for callers from outside. Between contexts such a call is a query or command that no bus routes, no message trace shows and no"
                        + " deployment profile knows, and it fails whenever the other context is down.")
                .all("classes that call over HTTP", code -> code.contextClasses()
                        .filter(type -> Uses.of(type).stream().anyMatch(use -> Packages.contain(CLIENTS, use.to()))))
                .violatedBy(NoOthersHttp::violations)
                .orNone();
    }

    private static Stream<Violation> violations(SystemCode code, JavaClass type) {
        String context = code.contextOf(type).orElseThrow().name();
        List<String> own = code.model().context(context).map(ContextModel::paths).orElse(List.of());
        return Literals.of(type).stream().flatMap(literal -> code.model().contexts().stream()
                .filter(other -> !other.name().equals(context))
                .flatMap(other -> beginnings(other, own).stream()
                        .filter(path -> leadsTo(literal.text(), path))
                        .limit(1)
                        .map(path -> violation(code, literal, path, other))));
    }

    /** Whether a text holds the beginning of a path. */
    private static boolean leadsTo(String text, String beginning) {
        return Pattern.compile(Pattern.quote(beginning) + "(?![\\w-])").matcher(text).find();
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
