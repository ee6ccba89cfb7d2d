package dev.cleave.trader;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cleave.trader.file.OrderFile;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to. The components are the JSON form.
 *
 * @param breaches the invariants found broken; null if the run was broken off before they could be checked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Account(
        File file,
        String url,
        String run,
        Orders orders,
        Returns returns,
        Map<String, Timing> steps,
        Throughput throughput,
        Map<String, Long> repeatedRequests,
        List<String> troubles,
        @Nullable List<Breach> breaches) {

    private static final int NAMED = 20;

    /** The file, and which of its lines were traded. */
    record File(
            String name,
            String fingerprint,
            int lines,
            int orders,
            int orderLines,
            int products,
            int returns,
            int returnLines,
            int limitedCancellations,
            int windowsLines,
            Map<String, Passed> unusable) {

        static File of(OrderFile file) {
            Map<String, Passed> unusable = new LinkedHashMap<>();
            file.unusable().forEach(
                    (reason, lines) -> unusable.put(reason.code(), new Passed(lines.count(), lines.first(), reason.meaning())));
            return new File(file.name(), file.fingerprint(), file.lines(), file.orders().size(), file.orderLines(),
                    file.products().size(), file.returns().size(), file.returnLines(), file.limitedCancellations(),
                    file.form().windowsLines(), unusable);
        }

        void print(PrintWriter out) {
            row(out, "lines in the file", lines, windowsLines == 0 ? "" : windowsLines + " not UTF-8, read as windows-1252");
            row(out, "  in orders", orderLines, "of " + orders + " orders, " + products + " products");
            row(out, "  in returns", returnLines, "of " + returns + " returns"
                    + (limitedCancellations == 0 ? "" : "; " + limitedCancellations + " cut to what was bought"));
            unusable.values().forEach(passed -> row(out, "  not usable", passed.count(), passed.remark()));
        }
    }

    /** Lines that can't be traded, and the numbers of the first of them. */
    record Passed(int count, List<Integer> first, String meaning) {

        private String remark() {
            return meaning + " (line" + (count == 1 ? " " : "s ")
                    + first.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + (count > first.size() ? ", …" : "") + ")";
        }
    }

    /**
     * The orders.
     *
     * @param refused answered with a problem when they were placed, by its code
     * @param rejected accepted, and rejected later, by the reason
     * @param completed delivered, whether or not something came back
     * @param oldestUnfinishedSeconds how long ago the oldest order was placed that is not at its end, 0 if there is none
     */
    record Orders(
            long accepted,
            Map<String, Long> refused,
            Map<String, Long> rejected,
            long cancelled,
            long completed,
            long unfinished,
            long unanswered,
            double oldestUnfinishedSeconds) {}

    record Returns(long accepted, long pieces, Map<String, Long> refused, long notAsked) {}

    /** How often a step was taken, and the milliseconds in which a share of them was done. */
    record Timing(long count, double p50, double p95, double p99) {}

    record Throughput(double seconds, double completedOrdersPerSecond, double completedLinesPerSecond) {}

    static Account of(
            OrderFile file,
            Settings settings,
            Collection<TradedOrder> all,
            Latencies latencies,
            long started,
            Map<String, Long> repetitions,
            @Nullable List<Breach> breaches) {
        List<TradedOrder> accepted = all.stream().filter(TradedOrder::isAccepted).toList();
        List<TradedOrder> completed = accepted.stream()
                .filter(o -> o.status() == Status.COMPLETED || o.status() == Status.RETURNED).toList();
        long now = System.nanoTime();
        double oldest = accepted.stream().filter(TradedOrder::isUnfinished)
                .mapToDouble(o -> (now - o.placedNanos()) / 1e9).max().orElse(0);
        Orders orders = new Orders(
                accepted.size(),
                counts(all.stream().map(TradedOrder::refusal)),
                counts(accepted.stream().filter(o -> o.status() == Status.REJECTED).map(TradedOrder::reason)),
                accepted.stream().filter(o -> o.status() == Status.CANCELLED).count(),
                completed.size(),
                accepted.stream().filter(TradedOrder::isUnfinished).count(),
                all.stream().filter(o -> o.unanswered() != null).count(),
                rounded(oldest));
        long planned = all.stream().mapToLong(o -> o.returns().size()).sum();
        List<OrderFile.Return> back = all.stream().flatMap(o -> o.acceptedReturns().values().stream()).toList();
        Map<String, Long> notBack = counts(all.stream().flatMap(o -> o.refusedReturns().values().stream()));
        Returns returns = new Returns(
                back.size(),
                back.stream().flatMap(r -> r.pieces().values().stream()).mapToLong(Integer::longValue).sum(),
                notBack,
                planned - back.size() - notBack.values().stream().mapToLong(Long::longValue).sum());
        long lastEnd = completed.stream().mapToLong(TradedOrder::endedNanos).max().orElse(started);
        double seconds = Math.max(0.001, (lastEnd - started) / 1e9);
        long lines = completed.stream().mapToLong(o -> o.order().lines().size()).sum();
        return new Account(
                File.of(file),
                settings.url().toString(),
                settings.run(),
                orders,
                returns,
                timings(latencies),
                new Throughput(rounded(seconds), rounded(completed.size() / seconds), rounded(lines / seconds)),
                repetitions,
                troubles(all),
                breaches);
    }

    static Map<String, Timing> timings(Latencies latencies) {
        Map<String, Timing> timings = new LinkedHashMap<>();
        for (Latencies.Step step : Latencies.Step.values()) {
            if (latencies.count(step) > 0) {
                timings.put(step.code(), new Timing(
                        latencies.count(step),
                        rounded(latencies.millis(step, 50)),
                        rounded(latencies.millis(step, 95)),
                        rounded(latencies.millis(step, 99))));
            }
        }
        return timings;
    }

    private static List<String> troubles(Collection<TradedOrder> all) {
        List<String> troubles = new ArrayList<>();
        for (TradedOrder order : all) {
            Stream.of(order.unanswered(), order.trouble()).filter(Objects::nonNull)
                    .forEach(text -> troubles.add(order.label() + ": " + text));
        }
        return troubles;
    }

    private static Map<String, Long> counts(Stream<@Nullable String> reasons) {
        return reasons.filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** Whether the run got to its end, every order was answered, and no invariant was found broken. */
    boolean isInOrder() {
        return breaches != null && breaches.isEmpty() && orders.unanswered() == 0;
    }

    void print(PrintWriter out) {
        out.println();
        out.println("Traded " + file.name() + " (" + file.fingerprint() + ") against " + url + ", run " + run);
        out.println();
        file.print(out);
        out.println();
        row(out, "orders accepted", orders.accepted(), "");
        orders.refused().forEach((code, count) -> row(out, "orders refused", count, code));
        orders.rejected().forEach((code, count) -> row(out, "  rejected later", count, code));
        rowIfAny(out, "  cancelled", orders.cancelled());
        row(out, "  completed", orders.completed(), "");
        rowIfAny(out, "  unfinished", orders.unfinished());
        rowIfAny(out, "orders unanswered", orders.unanswered());
        row(out, "returns accepted", returns.accepted(), returns.pieces() + " pieces");
        returns.refused().forEach((code, count) -> row(out, "returns refused", count, code));
        if (returns.notAsked() > 0) {
            row(out, "returns not asked", returns.notAsked(), "their orders were not completed");
        }
        repeatedRequests.forEach((code, count) -> row(out, "requests repeated", count, code));
        out.println();
        printSteps(out, steps);
        out.println();
        out.printf(Locale.ROOT, "completed %.1f orders/s, %.1f order lines/s over %.1f s; oldest unfinished order %s%n",
                throughput.completedOrdersPerSecond(), throughput.completedLinesPerSecond(), throughput.seconds(),
                orders.unfinished() == 0 ? "none" : orders.oldestUnfinishedSeconds() + " s");
        troubles.stream().limit(NAMED).forEach(text -> out.println("trouble with " + text));
        out.println();
        printBreaches(out);
        out.flush();
    }

    static void printSteps(PrintWriter out, Map<String, Timing> steps) {
        out.printf("%-24s %8s %10s %10s %10s%n", "step (milliseconds)", "count", "p50", "p95", "p99");
        for (Latencies.Step step : Latencies.Step.values()) {
            Timing timing = steps.get(step.code());
            if (timing != null) {
                out.printf(Locale.ROOT, "%-24s %8d %10.1f %10.1f %10.1f%n",
                        step.meaning(), timing.count(), timing.p50(), timing.p95(), timing.p99());
            }
        }
    }

    private void printBreaches(PrintWriter out) {
        if (breaches == null) {
            out.println("The run was broken off; the invariants were not checked.");
            return;
        }
        for (Breach.Kind kind : Breach.Kind.values()) {
            print(out, kind, breaches.stream().filter(breach -> breach.invariant() == kind).toList());
        }
    }

    private static void print(PrintWriter out, Breach.Kind kind, List<Breach> broken) {
        out.println((broken.isEmpty() ? "holds   " : "BROKEN  ") + kind.meaning()
                + (broken.isEmpty() ? "" : ": " + broken.size() + " findings"));
        broken.stream().limit(NAMED).forEach(breach -> out.println("          " + breach.subject() + " " + breach.finding()));
        if (broken.size() > NAMED) {
            out.println("          and " + (broken.size() - NAMED) + " more");
        }
    }

    private static void rowIfAny(PrintWriter out, String what, long count) {
        if (count > 0) {
            row(out, what, count, "");
        }
    }

    private static void row(PrintWriter out, String what, long count, String remark) {
        out.println(("%-20s %8d   %s".formatted(what, count, remark)).stripTrailing());
    }
}
