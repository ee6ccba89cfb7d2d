package dev.cleave.bootstrap.proof.onejvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.proof.running.Hurry;
import dev.cleave.bootstrap.proof.running.RunningCleave;
import dev.cleave.bootstrap.proof.running.SharedCleave;
import dev.cleave.bootstrap.proof.shop.History;
import dev.cleave.bootstrap.proof.shop.Observed;
import dev.cleave.bootstrap.proof.shop.SeededOrders;
import dev.cleave.bootstrap.proof.shop.Shop;
import dev.cleave.platform.placement.Context;
import dev.cleave.platform.placement.Placement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.env.StandardEnvironment;

/**
 * However the contexts are grouped into units, and whatever befalls commands on their way, the same orders come to the same end
 * and all invariants hold. {@code cleave.cuts} says which cuts are tried, such as {@code 1,52@7,200-203}; {@code last} is the one with a
 * unit for each context; {@code all} means a sample where there are more than {@value #MANY}. {@code cleave.cuts.seeds} says with which seeds for the orders and the faults, where a cut does not name one of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class EveryCutIT {

    /** As many as six contexts can be cut in. */
    static final int MANY = 203;

    private static final List<String> CONTEXTS =
            Placement.of(new StandardEnvironment(), EveryCutIT.class.getClassLoader()).known().stream().map(Context::name)
                    .toList();
    private static final String CUTS = System.getProperty("cleave.cuts", "1,last");
    private static final String SEEDS = System.getProperty("cleave.cuts.seeds", "1");

    private final Map<Long, SeededOrders.Outcome> inOneProcess = new ConcurrentHashMap<>();
    private final Queue<Trial> tried = new ConcurrentLinkedQueue<>();
    private final Queue<Trial> failed = new ConcurrentLinkedQueue<>();
    private final long begin = System.nanoTime();

    /** A way to group the contexts, by its number from 1. */
    private record Cut(int number, List<Set<String>> units) {

        @Override
        public String toString() {
            return number + " " + String.join(" | ", units.stream().map(unit -> String.join("+", unit)).toList());
        }
    }

    /** All ways to group the contexts, from one unit to one each. */
    private static List<Cut> all() {
        List<List<Set<String>>> groupings = new ArrayList<>();
        group(0, List.of(), groupings);
        groupings.sort(Comparator.comparingInt(List::size));
        return IntStream.range(0, groupings.size()).mapToObj(i -> new Cut(i + 1, groupings.get(i))).toList();
    }

    private static void group(int next, List<Set<String>> sofar, List<List<Set<String>>> found) {
        if (next == CONTEXTS.size()) {
            found.add(sofar);
            return;
        }
        for (int i = 0; i <= sofar.size(); i++) {
            List<Set<String>> more = new ArrayList<>();
            sofar.forEach(unit -> more.add(new TreeSet<>(unit)));
            if (i == sofar.size()) {
                more.add(new TreeSet<>());
            }
            more.get(i).add(CONTEXTS.get(next));
            group(next + 1, more, found);
        }
    }

    /** One cut with one seed. */
    private record Trial(Cut cut, long seed) {

        @Override
        public String toString() {
            return "cut " + cut + ", seed " + seed;
        }
    }

    static Stream<Trial> trials() {
        List<Cut> all = all();
        if (CONTEXTS.size() == 6) {
            assertThat(all).hasSize(MANY);
        }
        return Stream.of(CUTS.split(",")).map(chosen -> chosen.strip().split("@", 2)).flatMap(chosen -> numbers(
                chosen.length == 2 ? chosen[1] : SEEDS).stream().flatMap(
                        seed -> cuts(
                                chosen[0], all.size()).stream().map(number -> new Trial(all.get(number - 1), seed))));
    }

    private static Set<Integer> cuts(String chosen, int last) {
        if (!chosen.equals("all")) {
            return numbers(chosen.replace("last", String.valueOf(last)));
        }
        int step = (last + MANY - 1) / MANY;
        return IntStream.rangeClosed(1, last).filter(number -> number % step == last % step).boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> numbers(String chosen) {
        Set<Integer> numbers = new TreeSet<>();
        for (String range : chosen.split(",")) {
            String[] ends = range.strip().split("-");
            IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])).forEach(numbers::add);
        }
        return numbers;
    }

    /** How the orders end in the one process, with the embedded event store and nothing between a command and its handler. */
    private SeededOrders.Outcome inOneProcess(long seed) {
        try (RunningCleave monolith = new RunningCleave(SharedCleave.folder(), Hurry.TRADING).start()) {
            SeededOrders orders = new SeededOrders(new Shop(monolith::url), seed);
            orders.seeThrough();
            Observed seen = Observed.settled(orders.shop());
            monolith.stop();
            assertThat(orders.breaches(seen, History.ofStopped(monolith.data()))).isEmpty();
            return orders.outcome(seen);
        } catch (Exception e) {
            throw new AssertionError("The monolith fails with seed " + seed, e);
        }
    }

    @ParameterizedTest
    @MethodSource("trials")
    void theSameOrdersComeToTheSameEnd(Trial trial) throws Exception {
        SeededOrders.Outcome expected = inOneProcess.computeIfAbsent(trial.seed(), this::inOneProcess);
        Cut cut = trial.cut();
        long begin = System.nanoTime();
        try (InMemoryWire wire = new InMemoryWire(trial.seed() * 1_000 + cut.number());
                OneJvm system = new OneJvm("cut-" + cut.number() + "-" + trial.seed(), cut.units(), wire)) {
            long started = System.nanoTime();
            SeededOrders orders = new SeededOrders(system.shop(), trial.seed());
            orders.seeThrough();
            Shop.patiently("the wire to be idle").until(wire::isIdle);
            Observed seen = Observed.settled(orders.shop());
            Shop.patiently("the wire to be idle").until(wire::isIdle);
            History history = system.log().history();
            assertThat(orders.breaches(seen, history)).as("%s", trial).isEmpty();
            assertThat(orders.outcome(seen)).as("%s", trial).isEqualTo(expected);
            say(trial, tried, "%.1f s, of these %.1f s to start; %d events; %s".formatted(
                    seconds(begin), (started - begin) / 1e9, history.events().size(), wire.account()));
        } catch (Exception | AssertionError e) {
            say(trial, failed, "FAILED after %.1f s: %s".formatted(seconds(begin), e.getMessage()));
            throw e;
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void say(Trial trial, Queue<Trial> to, String facts) {
        to.add(trial);
        System.out.println(trial + ": " + facts);
    }

    @AfterAll
    void summary() {
        System.out.printf("%d trials of %d cuts held and %d failed in %.0f s%n", tried.size(), all().size(), failed.size(),
                seconds(begin));
        failed.forEach(trial -> System.out.printf(
                "To try it alone: mvn verify -Dit.test=EveryCutIT -Dcleave.cuts=%d -Dcleave.cuts.seeds=%d%n",
                trial.cut().number(), trial.seed()));
    }
}
