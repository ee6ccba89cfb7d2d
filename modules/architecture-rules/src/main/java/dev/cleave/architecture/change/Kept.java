package dev.cleave.architecture.change;

import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.report.Report;
import dev.cleave.architecture.report.Report.Graph;
import dev.cleave.architecture.source.CommittedJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a report, to compare later ones with: the written form of every message, who reaches whom, and what was broken. It
 * is small, has no times and no lines of code in it, and so changes only where something did that an architect wants to see.
 *
 * @param commit of that report; null if it named none
 * @param messages by their full names
 * @param edges by graph, as {@code from → to}
 * @param violations by rule, those that were frozen too
 */
public record Kept(
        int form,
        @Nullable String commit,
        SortedMap<String, KeptMessage> messages,
        SortedMap<Graph, SortedSet<String>> edges,
        SortedMap<String, List<String>> violations) {

    /** The system property that asks to keep the present state: {@code take}. */
    public static final String PROPERTY = "architecture.kept";

    private static final int FORM = 1;

    /**
     * A message.
     *
     * @param fields what stands in each, by the way that leads there
     */
    public record KeptMessage(
            Kind kind, String context, @Nullable String revision, SequencedMap<String, String> fields) {}

    /** What is kept of a report. */
    public static Kept of(Report report) {
        SortedMap<String, KeptMessage> messages = new TreeMap<>();
        for (Message message : report.messages()) {
            messages.put(message.type(), new KeptMessage(
                    message.kind(), message.context(), message.revision(), WrittenForm.of(message, report.types())));
        }
        SortedMap<Graph, SortedSet<String>> edges = new TreeMap<>();
        edges.put(Graph.CODE, sorted(report.map().code().stream().map(edge -> edge(edge.from(), edge.to()))));
        edges.put(Graph.COMMANDS, sorted(edges(report, kind -> kind == Kind.COMMAND || kind == Kind.QUERY)));
        edges.put(Graph.MESSAGES, sorted(edges(report, kind -> true)));
        SortedMap<String, List<String>> violations = new TreeMap<>();
        for (Report.RuleResult rule : report.rules()) {
            List<String> keys = Stream.concat(rule.violations().stream(), rule.frozen().stream())
                    .map(violation -> violation.key())
                    .sorted()
                    .toList();
            if (!keys.isEmpty()) {
                violations.put(rule.id(), keys);
            }
        }
        return new Kept(FORM, report.provenance().commit(), messages, edges, violations);
    }

    /**
     * What a file keeps; empty if there is no such file.
     *
     * @throws IllegalStateException if it keeps something else
     */
    public static Optional<Kept> at(Path file) {
        Optional<Kept> found = CommittedJson.read(file, Kept.class, "what was kept of a report");
        found.filter(kept -> kept.form() != FORM || kept.messages() == null || kept.edges() == null || kept.violations() == null)
                .ifPresent(kept -> {
                    throw new IllegalStateException(
                            file + " is not what was kept of a report in form " + FORM + ". Take it anew: -D"
                                    + PROPERTY + "=take.");
                });
        return found;
    }

    /** Whether the system property asks to keep the present state. */
    public static boolean asked() {
        String request = System.getProperty(PROPERTY, "").strip();
        if (!request.isEmpty() && !request.equals("take")) {
            throw new IllegalArgumentException(PROPERTY + "=" + request + " is no request; take keeps the present state.");
        }
        return !request.isEmpty();
    }

    /**
     * Writes it to a file.
     *
     * @throws IllegalStateException on a build server
     */
    public void write(Path file) {
        write(file, System.getenv("CI"));
    }

    void write(Path file, @Nullable String buildServer) {
        CommittedJson.write(file, this, buildServer);
    }

    String text() {
        return CommittedJson.text(this);
    }

    private static Stream<String> edges(Report report, Predicate<Kind> which) {
        return report.map().messages().stream()
                .filter(edge -> edge.passages().stream().anyMatch(passage -> which.test(passage.kind())))
                .map(edge -> edge(edge.from(), edge.to()));
    }

    private static String edge(String from, String to) {
        return from + " → " + to;
    }

    private static SortedSet<String> sorted(Stream<String> edges) {
        return new TreeSet<>(edges.toList());
    }

    static Map.Entry<String, String> ends(String edge) {
        String[] ends = edge.split(" → ");
        return Map.entry(ends[0], ends[1]);
    }
}
