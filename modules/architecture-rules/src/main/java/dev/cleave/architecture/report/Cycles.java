package dev.cleave.architecture.report;

import dev.cleave.architecture.model.CodeDependency;
import dev.cleave.architecture.model.Message.Kind;
import dev.cleave.architecture.report.Report.Cycle;
import dev.cleave.architecture.report.Report.Graph;
import dev.cleave.architecture.report.Report.MessageEdge;
import dev.cleave.architecture.report.Report.Passage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where contexts reach each other round about: for each edge that lies on such a way, a shortest one. */
final class Cycles {

    private static final int MOST_NAMED = 4;

    private final List<MessageEdge> messages;
    private final List<CodeDependency> code;

    private Cycles(List<MessageEdge> messages, List<CodeDependency> code) {
        this.messages = messages;
        this.code = code;
    }

    static List<Cycle> of(List<MessageEdge> messages, List<CodeDependency> code) {
        return new Cycles(messages, code).all();
    }

    private List<Cycle> all() {
        List<Cycle> cycles = new ArrayList<>();
        SortedMap<String, SortedSet<String>> byCode = new TreeMap<>();
        code.forEach(dependency -> add(byCode, dependency.from(), dependency.to()));
        for (List<String> way : ways(byCode)) {
            cycles.add(
                    new Cycle(Graph.CODE, way, false, "Neither compiles without the other, so none of them can be built, tested"
                            + " or replaced apart. " + hops(way, this::typesNeeded)));
        }
        Set<List<String>> byCommands = ways(graph(Cycles::waitsForAnswer));
        for (List<String> way : byCommands) {
            cycles.add(new Cycle(Graph.COMMANDS, way, false,
                    "Each may come to wait for an answer of the next, and the last for the"
                            + " first: where one is slow or down, all are. Let one of them answer by an event instead. "
                            + hops(way, (from, to) -> passages(from, to, Cycles::waitsForAnswer))));
        }
        for (List<String> way : ways(graph(passage -> true))) {
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

    private SortedMap<String, SortedSet<String>> graph(Predicate<Passage> which) {
        SortedMap<String, SortedSet<String>> graph = new TreeMap<>();
        for (MessageEdge edge : messages) {
            if (edge.passages().stream().anyMatch(which)) {
                add(graph, edge.from(), edge.to());
            }
        }
        return graph;
    }

    private static void add(Map<String, SortedSet<String>> graph, String from, String to) {
        if (!from.equals(to)) {
            graph.computeIfAbsent(from, name -> new TreeSet<>()).add(to);
        }
    }

    /** Each begins with the name that comes first in the alphabet. */
    private static Set<List<String>> ways(SortedMap<String, SortedSet<String>> graph) {
        Set<List<String>> ways = new LinkedHashSet<>();
        graph.forEach((from, targets) -> targets.forEach(to -> {
            List<String> back = shortest(graph, to, from);
            if (!back.isEmpty()) {
                List<String> way = new ArrayList<>(back);
                Collections.rotate(way, -way.indexOf(Collections.min(way)));
                ways.add(List.copyOf(way));
            }
        }));
        return ways;
    }

    /** From the first to the last, both included; empty if no way leads there. */
    private static List<String> shortest(Map<String, SortedSet<String>> graph, String first, String last) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> next = new ArrayDeque<>(List.of(first));
        while (!next.isEmpty()) {
            String at = next.removeFirst();
            if (at.equals(last)) {
                List<String> way = new ArrayList<>(List.of(at));
                while (!way.getLast().equals(first)) {
                    way.add(cameFrom.get(way.getLast()));
                }
                return way.reversed();
            }
            for (String to : graph.getOrDefault(at, Collections.emptySortedSet())) {
                if (!to.equals(first) && cameFrom.putIfAbsent(to, at) == null) {
                    next.add(to);
                }
            }
        }
        return List.of();
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
            if (between(from, to).noneMatch(Cycles::waitsForAnswer)) {
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
                        Collectors.mapping(passage -> MessageMap.simple(passage.type()), Collectors.toList())));
        return names.entrySet().stream()
                .map(kind -> (kind.getKey() == Kind.QUERY ? "queries" : kind.getKey().name().toLowerCase() + "s") + " "
                        + some(kind.getValue()))
                .collect(Collectors.joining("; "));
    }

    private String typesNeeded(String from, String to) {
        return "needs " + some(code.stream()
                .filter(dependency -> dependency.from().equals(from) && dependency.to().equals(to))
                .flatMap(dependency -> dependency.types().stream())
                .map(MessageMap::simple)
                .toList());
    }

    private static String some(Collection<String> names) {
        return names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "");
    }
}
