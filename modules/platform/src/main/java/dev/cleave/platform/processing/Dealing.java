package dev.cleave.platform.processing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** Deals out the parts of processors to the replicas that run them: evenly, and alike wherever the same is dealt out. */
final class Dealing {

    private final SequencedMap<String, Set<String>> runs;
    private final List<String> replicas;
    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<String, Map<String, Integer>> takenOfProcessor = new HashMap<>();
    private final Map<Part, String> dealt = new HashMap<>();

    private Dealing(SequencedMap<String, Set<String>> runs, int first) {
        this.runs = runs;
        this.replicas = new ArrayList<>(runs.keySet());
        Collections.rotate(replicas, -first);
    }

    /**
     * Of each processor every replica gets as many parts as the others, or one more; and so it is with all parts together, if
     * all replicas run the same processors.
     *
     * @param runs the processors that each replica runs
     * @param first which of the replicas, counted from 0 and over again, what can't be divided goes to first; so that with several
     *     contexts not all of it is one replica's
     * @return whose each part is to be; a part of a processor that nobody runs is nobody's
     */
    static Map<Part, String> deal(Collection<Part> parts, SequencedMap<String, Set<String>> runs, int first) {
        Dealing dealing = new Dealing(runs, first);
        parts.stream().sorted().forEach(dealing::deal);
        return Map.copyOf(dealing.dealt);
    }

    private void deal(Part part) {
        Map<String, Integer> ofProcessor = takenOfProcessor.computeIfAbsent(part.processor(), name -> new HashMap<>());
        replicas.stream()
                .filter(replica -> runs.get(replica).contains(part.processor()))
                .min(Comparator.<String>comparingInt(replica -> ofProcessor.getOrDefault(replica, 0))
                        .thenComparing(replica -> taken.getOrDefault(replica, 0)))
                .ifPresent(replica -> {
                    ofProcessor.merge(replica, 1, Integer::sum);
                    taken.merge(replica, 1, Integer::sum);
                    dealt.put(part, replica);
                });
    }
}
