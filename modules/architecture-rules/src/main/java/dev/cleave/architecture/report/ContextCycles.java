package dev.cleave.architecture.report;

import dev.cleave.architecture.model.CodeDependency;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.model.Names;
import dev.cleave.architecture.report.Report.Cycle;
import dev.cleave.architecture.report.Report.Graph;
import dev.cleave.architecture.report.Report.MessageEdge;
import dev.cleave.architecture.report.Report.Passage;
import dev.cleave.architecture.rule.Cycles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where contexts reach each other round about: for each edge that lies on such a way, a shortest one. */
public final class ContextCycles {

    private static final int MOST_NAMED = 4;

    private final List<MessageEdge> messages;
    private final List<CodeDependency> code;

    private ContextCycles(List<MessageEdge> messages, List<CodeDependency> code) {
        this.messages = messages;
        this.code = code;
    }

    public static List<Cycle> of(List<MessageEdge> messages, List<CodeDependency> code) {
        return new ContextCycles(messages, code).all();
    }

    private List<Cycle> all() {
        List<Cycle> cycles = new ArrayList<>();
        Cycles byCode = new Cycles();
        code.forEach(dependency -> byCode.edge(dependency.from(), dependency.to()));
        for (List<String> way : byCode.all()) {
            cycles.add(
                    new Cycle(Graph.CODE, way, false, "Neither compiles without the other, so none of them can be built, tested"
                            + " or replaced apart. " + hops(way, this::typesNeeded)));
        }
        Set<List<String>> byCommands = cycles(ContextCycles::waitsForAnswer);
        for (List<String> way : byCommands) {
            cycles.add(new Cycle(Graph.COMMANDS, way, false,
                    "Each may come to wait for an answer of the next, and the last for the"
                            + " first: where one is slow or down, all are. Let one of them answer by an event instead. "
                            + hops(way, (from, to) -> passages(from, to, ContextCycles::waitsForAnswer))));
        }
        for (List<String> way : cycles(passage -> true)) {
            if (!byCommands.contains(way)) {
                cycles.add(new Cycle(Graph.MESSAGES, way, true, "Nobody waits in a circle: "
                        + broken(way) + hops(way, (from, to) -> passages(from, to, passage -> true))));
            }
        }
        return cycles;
    }

    private static boolean waitsForAnswer(Passage passage) {
        return passage.kind() == Kind.COMMAND || passage.kind() == Kind.QUERY;
    }

    private Set<List<String>> cycles(Predicate<Passage> which) {
        Cycles cycles = new Cycles();
        messages.stream()
                .filter(edge -> edge.passages().stream().anyMatch(which))
                .forEach(edge -> cycles.edge(edge.from(), edge.to()));
        return cycles.all();
    }

    private interface Hop {

        String told(String from, String to);
    }

    private static String hops(List<String> way, Hop hop) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < way.size(); i++) {
            String from = way.get(i);
            String to = way.get((i + 1) % way.size());
            told.add(from + " → " + to + ": " + hop.told(from, to) + ".");
        }
        return String.join(" ", told);
    }

    /** The steps on which nothing but events go. */
    private String broken(List<String> way) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < way.size(); i++) {
            String from = way.get(i);
            String to = way.get((i + 1) % way.size());
            if (between(from, to).noneMatch(ContextCycles::waitsForAnswer)) {
                told.add("from " + from + " to " + to);
            }
        }
        return String.join(" and ", told) + " go only events, which " + (told.size() == 1 ? "that context" : "those contexts")
                + " will read when " + (told.size() == 1 ? "it" : "they") + " can. ";
    }

    private Stream<Passage> between(String from, String to) {
        return messages.stream()
                .filter(edge -> edge.from().equals(from) && edge.to().equals(to))
                .flatMap(edge -> edge.passages().stream());
    }

    private String passages(String from, String to, Predicate<Passage> which) {
        Map<Kind, List<String>> names = between(from, to)
                .filter(which)
                .collect(Collectors.groupingBy(
                        Passage::kind,
                        TreeMap::new,
                        Collectors.mapping(passage -> Names.simple(passage.type()), Collectors.toList())));
        return names.entrySet().stream()
                .map(kind -> (kind.getKey() == Kind.QUERY ? "queries" : kind.getKey().name().toLowerCase() + "s") + " "
                        + some(kind.getValue()))
                .collect(Collectors.joining("; "));
    }

    private String typesNeeded(String from, String to) {
        return "needs " + some(code.stream()
                .filter(dependency -> dependency.from().equals(from) && dependency.to().equals(to))
                .flatMap(dependency -> dependency.types().stream())
                .map(Names::simple)
                .toList());
    }

    private static String some(Collection<String> names) {
        return names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "");
    }
}
