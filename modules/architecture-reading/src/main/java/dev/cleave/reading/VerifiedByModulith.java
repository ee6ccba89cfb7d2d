package dev.cleave.reading;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.Location;
import dev.cleave.architecture.rule.Examination;
import dev.cleave.architecture.rule.Laws;
import dev.cleave.architecture.rule.Rule;
import dev.cleave.architecture.rule.Violation;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.modulith.core.ApplicationModuleDependency;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/**
 * Spring Modulith's own verification. Its modules must be our contexts, so that it looks at the same; what it finds besides uses of types
 * that a module does not expose it tells in words alone, in which the class that comes first is taken for the place.
 */
final class VerifiedByModulith implements Rule {

    private static final String REMEDY = "Let the context publish a command or an event for it in its package api, and use that.";
    private static final Pattern LINE = Pattern.compile("( in)? \\([A-Za-z0-9_]+\\.java:\\d+\\)");

    static {
        // Spring Modulith takes it by this property alone.
        System.setProperty("spring.modulith.detection-strategy", ContextsAsModules.class.getName());
    }

    @Override
    public String id() {
        return "verified-by-modulith";
    }

    @Override
    public String law() {
        return Laws.COMMANDS_AND_EVENTS_ONLY;
    }

    @Override
    public String sentence() {
        return "Spring Modulith, shown the contexts as its modules, finds nothing wrong with them";
    }

    @Override
    public String reason() {
        return "It looks at the same boundaries by other means: by the beans that Spring would inject and the types that a module exposes."
                + " Where its answer differs from that of the other rules, one of them is wrong.";
    }

    @Override
    public Examination examine(SystemCode code) {
        ApplicationModules modules = ApplicationModules.of(code.conventions().basePackage(), of(code));
        Set<String> seen = modules.stream()
                .map(module -> module.getBasePackage().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> contexts =
                code.contexts().stream().map(context -> context.basePackage()).collect(Collectors.toCollection(TreeSet::new));
        if (!seen.equals(contexts)) {
            throw new IllegalStateException("Spring Modulith sees the modules " + seen + ", and the contexts are in " + contexts);
        }
        List<ApplicationModuleDependency> uses = modules.stream()
                .flatMap(module -> module.getDirectDependencies(modules, DependencyType.values()).stream())
                .toList();
        SequencedMap<String, Integer> examined = new LinkedHashMap<>();
        examined.put("modules", seen.size());
        examined.put(
                "dependencies between modules",
                uses.size());
        List<Hidden> hidden = hidden(uses);
        List<Violation> violations = new ArrayList<>();
        hidden.forEach(use -> violations.add(new Violation(
                code.at(code.classes().get(use.from())),
                simple(use.from()) + " uses " + simple(use.to()) + ", which the module " + use.module() + " does not expose.",
                REMEDY)));
        modules.detectViolations().getMessages().stream()
                .filter(message -> hidden.stream().noneMatch(use -> message.contains(use.to())))
                .map(message -> violation(code, message))
                .forEach(violations::add);
        return new Examination(examined, violations);
    }

    /** The classes that the other rules look at. */
    private static ImportOption of(SystemCode code) {
        Set<URI> sources = code.classes().stream()
                .flatMap(type -> type.getSource().stream())
                .map(Source::getUri)
                .collect(Collectors.toSet());
        return location -> sources.contains(location.asURI());
    }

    /** A use of a type that its module does not expose. */
    private record Hidden(String from, String to, String module) {}

    private static List<Hidden> hidden(List<ApplicationModuleDependency> uses) {
        return uses.stream()
                .filter(use -> !use.getTargetModule().isExposed(use.getTargetType()))
                // What a class of another module inherits is told of the class that it is inherited from, which is at home there.
                .filter(use -> !use.getTargetModule().contains(use.getSourceType()))
                .map(use -> new Hidden(
                        use.getSourceType().getName(),
                        use.getTargetType().getName(),
                        use.getTargetModule().getIdentifier().toString()))
                .distinct()
                .sorted(Comparator.comparing(Hidden::from).thenComparing(Hidden::to))
                .toList();
    }

    private static Violation violation(SystemCode code, String message) {
        Optional<JavaClass> first = code.contextClasses()
                .filter(type -> message.contains(type.getName()))
                .min(Comparator.comparingInt((JavaClass type) -> message.indexOf(type.getName()))
                        .thenComparing(Comparator.comparingInt((JavaClass type) -> type.getName().length()).reversed()));
        String what = LINE.matcher(message.strip().replaceAll("\\s+", " ")).replaceAll("");
        return new Violation(
                first.map(code::at).orElseGet(() -> new Location(code.conventions().basePackage(), null, null, 0)),
                "Spring Modulith says: " + what + (what.endsWith(".") ? "" : "."),
                REMEDY);
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    }
}
