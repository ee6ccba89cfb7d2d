package dev.cleave.architecture.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The ways round in a graph of names: for each edge that is on one, the shortest. */
public final class Cycles {

    private final Map<String, Set<String>> edges = new TreeMap<>();

    /** Adds an edge; one from a name to itself is none. */
    public void edge(String from, String to) {
        if (!from.equals(to)) {
            edges.computeIfAbsent(from, name -> new TreeSet<>()).add(to);
        }
    }

    /** Each beginning with its first name in the alphabet, which is not repeated at the end. */
    public Set<List<String>> all() {
        Set<List<String>> cycles = new LinkedHashSet<>();
        edges.forEach((from, next) -> next.forEach(to -> {
            List<String> back = shortest(to, from);
            if (!back.isEmpty()) {
                cycles.add(turned(back));
            }
        }));
        return cycles;
    }

    private List<String> shortest(String from, String to) {
        Map<String, @Nullable String> before = new HashMap<>();
        Deque<String> left = new ArrayDeque<>(List.of(from));
        before.put(from, null);
        while (!left.isEmpty()) {
            String name = left.remove();
            if (name.equals(to)) {
                List<String> way = new ArrayList<>();
                for (String step = to; step != null; step = before.get(step)) {
                    way.addFirst(step);
                }
                return way;
            }
            for (String next : edges.getOrDefault(name, Set.of())) {
                if (!before.containsKey(next)) {
                    before.put(next, name);
                    left.add(next);
                }
            }
        }
        return List.of();
    }

    private static List<String> turned(List<String> cycle) {
        List<String> turned = new ArrayList<>(cycle);
        Collections.rotate(turned, -turned.indexOf(Collections.min(turned)));
        return List.copyOf(turned);
    }
}
