package dev.cleave.architecture.baseline;

import dev.cleave.architecture.rule.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The violations that are known and put up with for the time being, kept in a file beside the code: one list of
 * {@linkplain Violation#key() keys} per rule. A key that stands there twice covers two violations, and not a third. The file changes only
 * when it is told to, and never on a build server: there it could only hide what has just been broken.
 */
public final class Baseline {

    /** The system property that asks for a change: {@code take} or {@code shrink}. */
    public static final String PROPERTY = "architecture.baseline";

    private static final int FORM = 1;
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final boolean present;
    private final SortedMap<String, List<String>> known;

    private Baseline(Path file, boolean present, Map<String, List<String>> known) {
        this.file = file;
        this.present = present;
        this.known = new TreeMap<>();
        known.forEach((rule, keys) -> {
            if (!keys.isEmpty()) {
                this.known.put(rule, keys.stream().sorted().toList());
            }
        });
    }

    /** What may be done to a baseline. */
    public enum Request {
        /** It stays as it is. */
        NONE,
        /** What is resolved leaves it; nothing comes in. */
        SHRINK,
        /** It becomes what is found now. */
        TAKE;

        /** The request that the system property {@value Baseline#PROPERTY} makes. */
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
     * What a rule has found, against the baseline.
     *
     * @param fresh violations that the baseline does not cover
     * @param frozen those that it covers
     * @param resolved keys that it holds and that are found no more, each as often as that
     */
    public record Split(List<Violation> fresh, List<Violation> frozen, List<String> resolved) {

        public Split {
            fresh = List.copyOf(fresh);
            frozen = List.copyOf(frozen);
            resolved = List.copyOf(resolved);
        }
    }

    private record Form(int form, SortedMap<String, List<String>> known) {}

    /**
     * The baseline in a file; an empty one if there is no such file.
     *
     * @throws IllegalStateException if the file is none
     */
    public static Baseline at(Path file) {
        if (!Files.exists(file)) {
            return new Baseline(file, false, Map.of());
        }
        Form form;
        try {
            form = JSON.readValue(Files.readString(file), Form.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new IllegalStateException(file + " is not a baseline: " + e.getOriginalMessage(), e);
        }
        if (form.form() != FORM) {
            throw new IllegalStateException(file + " is a baseline of form " + form.form() + "; this reads form " + FORM + ".");
        }
        if (form.known() == null) {
            throw new IllegalStateException(file + " is not a baseline: it says nothing of what is known.");
        }
        return new Baseline(file, true, form.known());
    }

    /** Where it is kept. */
    public Path file() {
        return file;
    }

    /** Whether there is such a file. */
    public boolean present() {
        return present;
    }

    /** How many violations it covers. */
    public int size() {
        return known.values().stream().mapToInt(List::size).sum();
    }

    /** The rules that it covers violations of. */
    public SortedSet<String> rules() {
        return new TreeSet<>(known.keySet());
    }

    /** The line of its file in which a rule is named, counted from 1; 0 if it is not there. */
    public int lineOf(String rule) {
        if (!present) {
            return 0;
        }
        try {
            List<String> lines = Files.readAllLines(file);
            String quoted = JSON.writeValueAsString(rule);
            for (int line = 0; line < lines.size(); line++) {
                if (lines.get(line).contains(quoted)) {
                    return line + 1;
                }
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parts what a rule has found. */
    public Split split(String rule, List<Violation> found) {
        List<String> left = new ArrayList<>(known.getOrDefault(rule, List.of()));
        List<Violation> fresh = new ArrayList<>();
        List<Violation> frozen = new ArrayList<>();
        for (Violation violation : found) {
            (left.remove(violation.key()) ? frozen : fresh).add(violation);
        }
        return new Split(fresh, frozen, left);
    }

    /** The rules that it names and that are none of the given ones: renamed, gone, or written wrongly. What they cover is not covered. */
    public SortedSet<String> unknownRules(Collection<String> rules) {
        SortedSet<String> unknown = new TreeSet<>(known.keySet());
        unknown.removeAll(rules);
        return unknown;
    }

    /**
     * What the baseline becomes by a request; nothing is written yet. Rules of which nothing was told keep what they have when it shrinks,
     * and lose it when it is taken.
     *
     * @param found by rule, all that was found, frozen or not; rules that found nothing with an empty list
     */
    public Baseline after(Request request, Map<String, List<Violation>> found) {
        return switch (request) {
            case NONE -> this;
            case TAKE -> new Baseline(
                    file,
                    present,
                    found.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    entry -> entry.getValue().stream().map(Violation::key).toList())));
            case SHRINK -> {
                Map<String, List<String>> left = new TreeMap<>(known);
                found.forEach((rule, violations) -> left.put(
                        rule, split(rule, violations).frozen().stream().map(Violation::key).toList()));
                yield new Baseline(file, present, left);
            }
        };
    }

    /**
     * Writes it to its file.
     *
     * @throws IllegalStateException on a build server
     */
    public void write() {
        write(System.getenv("CI"));
    }

    void write(@Nullable String buildServer) {
        if (buildServer != null && !buildServer.isBlank() && !buildServer.strip().equalsIgnoreCase("false")) {
            throw new IllegalStateException("The baseline " + file + " is not written on a build server (CI=" + buildServer
                    + "); write it on your own machine and commit it.");
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            // A line for each, so that two branches that resolve different ones can be merged.
            Files.writeString(file, JSON.writer()
                    .with(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES))
                    .writeValueAsString(new Form(FORM, known))
                    + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
