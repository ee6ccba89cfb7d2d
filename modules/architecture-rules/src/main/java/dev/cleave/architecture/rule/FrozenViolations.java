package dev.cleave.architecture.rule;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.freeze.FreezingArchRule;
import com.tngtech.archunit.library.freeze.ViolationStore;
import dev.cleave.architecture.source.CommittedJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The violations that are known and put up with for the time being: the store from which ArchUnit's {@link FreezingArchRule} takes them. It
 * is a file beside the code with one list of {@linkplain Violation#key() keys} per rule. A key that stands there twice covers two
 * violations, and not a third. The file changes only when it is told to.
 */
public final class FrozenViolations implements ViolationStore {

    /** The system property that asks for a change: {@code take} or {@code shrink}. */
    public static final String PROPERTY = "architecture.baseline";

    private static final int FORM = 1;

    private final Path file;
    private final Request request;
    private final SortedMap<String, List<String>> before = new TreeMap<>();
    private final SortedMap<String, List<String>> now = new TreeMap<>();

    private FrozenViolations(Path file, Request request, Map<String, List<String>> known) {
        this.file = file;
        this.request = request;
        known.forEach((rule, keys) -> before.put(rule, keys.stream().sorted().toList()));
        if (request != Request.TAKE) {
            now.putAll(before);
        }
    }

    /** What may be done to the file. */
    public enum Request {
        /** It stays as it is. */
        NONE,
        /** What is resolved leaves it; nothing comes in. */
        SHRINK,
        /** It becomes what is found now. */
        TAKE;

        /** The request that the system property {@value FrozenViolations#PROPERTY} makes. */
        public static Request asked() {
            return of(System.getProperty(PROPERTY));
        }

        static Request of(@Nullable String text) {
            return switch (text == null ? "" : text.strip().toLowerCase(Locale.ROOT)) {
                case "" -> NONE;
                case "shrink" -> SHRINK;
                case "take" -> TAKE;
                default -> throw new IllegalArgumentException(
                        PROPERTY + "=" + text
                                + " is no request to a baseline: take freezes what is found now, shrink drops what is resolved.");
            };
        }
    }

    /**
     * What a rule has found.
     *
     * @param fresh violations that are not frozen
     * @param resolved keys that were frozen and are found no more, each as often as that
     */
    public record Split(List<Violation> fresh, List<Violation> frozen, List<String> resolved) {}

    private record Form(int form, @Nullable SortedMap<String, List<String>> known) {}

    /**
     * Those in a file; none if there is no such file.
     *
     * @throws IllegalStateException if the file is none that holds them
     */
    public static FrozenViolations in(Path file, Request request) {
        Optional<Form> form = CommittedJson.read(file, Form.class, "a baseline");
        if (form.isPresent() && form.get().form() != FORM) {
            throw new IllegalStateException(
                    file + " is a baseline of form " + form.get().form() + "; this reads form " + FORM + ".");
        }
        if (form.isPresent() && form.get().known() == null) {
            throw new IllegalStateException(file + " is not a baseline: it says nothing of what is known.");
        }
        return new FrozenViolations(file, request, form.map(Form::known).orElseGet(TreeMap::new));
    }

    /** Where they are kept. */
    public Path file() {
        return file;
    }

    /** The rules of which violations are frozen, those that were resolved just now included. */
    public SortedSet<String> rules() {
        SortedSet<String> rules = new TreeSet<>(request == Request.NONE ? before.keySet() : now.keySet());
        rules.removeIf(rule -> request != Request.NONE && now.get(rule).isEmpty());
        return rules;
    }

    /** Parts what a rule has found, by freezing it. */
    public Split split(Rule rule, JavaClasses classes, List<Violation> found) {
        ArchRule archRule = Statement.archRule(rule.id(), found, Stream::of);
        FreezingArchRule.freeze(archRule).persistIn(this).associateViolationLinesVia(String::equals).evaluate(classes);
        List<String> left = new ArrayList<>(getViolations(archRule));
        List<Violation> fresh = new ArrayList<>();
        List<Violation> frozen = new ArrayList<>();
        found.forEach(violation -> (left.remove(violation.key()) ? frozen : fresh).add(violation));
        List<String> resolved = new ArrayList<>(request == Request.NONE ? before.getOrDefault(rule.id(), List.of()) : List.of());
        frozen.forEach(violation -> resolved.remove(violation.key()));
        return new Split(fresh, frozen, resolved);
    }

    /**
     * Writes the file, if that was asked for.
     *
     * @throws IllegalStateException on a build server
     */
    public void write() {
        write(System.getenv("CI"));
    }

    void write(@Nullable String buildServer) {
        if (request != Request.NONE) {
            now.values().removeIf(List::isEmpty);
            CommittedJson.write(file, new Form(FORM, now), buildServer);
        }
    }

    @Override
    public void initialize(Properties properties) {}

    /** ArchUnit freezes all that it finds of a rule that is not there. */
    @Override
    public boolean contains(ArchRule rule) {
        return request != Request.TAKE;
    }

    /** Nothing comes in unless that was asked for, whatever ArchUnit is configured to do. */
    @Override
    public void save(ArchRule rule, List<String> violations) {
        List<String> known = new ArrayList<>(before.getOrDefault(rule.getDescription(), List.of()));
        now.put(rule.getDescription(),
                violations.stream().filter(key -> request == Request.TAKE || known.remove(key)).sorted().toList());
    }

    @Override
    public List<String> getViolations(ArchRule rule) {
        return now.getOrDefault(rule.getDescription(), List.of());
    }
}
