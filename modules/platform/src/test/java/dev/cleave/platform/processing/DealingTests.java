package dev.cleave.platform.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DealingTests {

    private static final List<Part> PARTS = parts(Map.of(
            "shop.orders", 1, "shop.products", 1, "shop.prices", 1, "shop.waits", 1, "shop.fulfilment", 4, "shop.provider", 8));
    private static final Set<String> ALL = new TreeSet<>(PARTS.stream().map(Part::processor).toList());

    @Test
    void oneReplicaGetsEverything() {
        assertThat(dealt("a").keySet()).containsExactlyInAnyOrderElementsOf(PARTS);
        assertThat(dealt("a").values()).containsOnly("a");
    }

    @Test
    void withoutReplicasNobodyGetsAnything() {
        assertThat(dealt()).isEmpty();
    }

    @Test
    void allGetTheSameOrOneMoreOfEachProcessorAndAltogether() {
        for (int replicas = 1; replicas <= 20; replicas++) {
            String[] names = IntStream.range(0, replicas).mapToObj(n -> "replica-" + n).toArray(String[]::new);
            Map<Part, String> dealt = dealt(names);
            assertThat(dealt.keySet()).containsExactlyInAnyOrderElementsOf(PARTS);
            assertEven(dealt, names);
            for (String processor : ALL) {
                Map<Part, String> ofProcessor = new HashMap<>(dealt);
                ofProcessor.keySet().removeIf(part -> !part.processor().equals(processor));
                assertEven(ofProcessor, names);
            }
        }
    }

    @Test
    void processorsOfOnePartAreSpread() {
        List<Part> views = parts(Map.of("shop.a", 1, "shop.b", 1, "shop.c", 1, "shop.d", 1, "shop.e", 1, "shop.f", 1));
        SequencedMap<String, Set<String>> runs = new LinkedHashMap<>();
        Set<String> processors = new TreeSet<>(views.stream().map(Part::processor).toList());
        List.of("x", "y", "z").forEach(replica -> runs.put(replica, processors));
        Map<Part, String> dealt = Dealing.deal(views, runs, 0);
        for (String replica : runs.keySet()) {
            assertThat(Collections.frequency(dealt.values(), replica)).isEqualTo(2);
        }
    }

    @Test
    void whatCannotBeDividedOfSeveralContextsIsNotAllOneReplicas() {
        List<Part> view = parts(Map.of("shop.orders", 1));
        assertThat(IntStream.range(0, 4).mapToObj(context -> Dealing.deal(view, runs("a", "b"), context).get(view.getFirst())))
                .containsExactly("a", "b", "a", "b");
    }

    @Test
    void inWhateverOrderThePartsAreFoundTheyAreDealtAlike() {
        List<Part> shuffled = new ArrayList<>(PARTS);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(Dealing.deal(shuffled, runs("b", "a", "c"), 0)).isEqualTo(dealt("b", "a", "c"));
        }
    }

    @Test
    void whatOneLeavesGoesToTheOthersAndOneOfTwoKeepsWhatItHas() {
        assertThat(dealt("a", "b", "c").values()).contains("b");
        assertThat(dealt("a", "c").values()).containsOnly("a", "c");
        assertEven(dealt("a", "c"), "a", "c");
        assertThat(dealt("a", "c").entrySet().stream().filter(part -> part.getValue().equals("a")))
                .containsExactlyInAnyOrderElementsOf(
                        dealt("a", "b").entrySet().stream().filter(part -> part.getValue().equals("a")).toList());
    }

    @Test
    void aProcessorThatRestsInOneReplicaIsLeftToTheOthers() {
        SequencedMap<String, Set<String>> runs = runs("a", "b");
        Set<String> some = new TreeSet<>(ALL);
        some.removeAll(Set.of("shop.orders", "shop.provider"));
        runs.put("a", some);
        Map<Part, String> dealt = Dealing.deal(PARTS, runs, 0);
        assertThat(dealt.keySet()).containsExactlyInAnyOrderElementsOf(PARTS);
        dealt.forEach((part, replica) -> {
            if (!some.contains(part.processor())) {
                assertThat(replica).as(part.toString()).isEqualTo("b");
            }
        });
        runs.put("b", some);
        assertThat(Dealing.deal(PARTS, runs, 0)).doesNotContainKeys(new Part("shop.orders", 0), new Part("shop.provider", 3));
    }

    private static void assertEven(Map<Part, String> dealt, String... replicas) {
        List<Integer> counts =
                Arrays.stream(replicas).map(replica -> Collections.frequency(dealt.values(), replica)).toList();
        assertThat(Collections.max(counts) - Collections.min(counts)).as("%s", counts).isLessThanOrEqualTo(1);
    }

    private static Map<Part, String> dealt(String... replicas) {
        return Dealing.deal(PARTS, runs(replicas), 0);
    }

    private static SequencedMap<String, Set<String>> runs(String... replicas) {
        SequencedMap<String, Set<String>> runs = new LinkedHashMap<>();
        for (String replica : replicas) {
            runs.put(replica, ALL);
        }
        return runs;
    }

    private static List<Part> parts(Map<String, Integer> processors) {
        List<Part> parts = new ArrayList<>();
        processors.forEach((name, count) -> IntStream.range(0, count).forEach(n -> parts.add(new Part(name, n))));
        return parts;
    }
}
