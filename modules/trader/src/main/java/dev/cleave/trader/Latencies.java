package dev.cleave.trader;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long each step took. */
final class Latencies {

    /** The steps, in the order of an order's life. */
    enum Step {
        LIST_PRODUCT("list a product"),
        RECEIVE_STOCK("receive stock"),
        UNTIL_ORDERABLE("wait until orderable"),
        PLACE("place an order"),
        PLACED_TO_RESERVED("placed to reserved"),
        PLACED_TO_CONFIRMED("placed to confirmed"),
        DISPATCH("ask for dispatch"),
        DISPATCH_TO_SHIPPED("dispatch to shipped"),
        DELIVER("report delivery"),
        DELIVERY_TO_COMPLETED("delivery to completed"),
        RETURN("send pieces back"),
        PLACED_TO_COMPLETED("placed to completed");

        private final String meaning;

        Step(String meaning) {
            this.meaning = meaning;
        }

        String meaning() {
            return meaning;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final long LONGEST_MICROS = Duration.ofHours(1).toNanos() / 1000;

    private final Map<Step, Histogram> histograms = new EnumMap<>(Step.class);

    Latencies() {
        for (Step step : Step.values()) {
            Histogram histogram = new ConcurrentHistogram(LONGEST_MICROS, 3);
            histogram.setAutoResize(false);
            histograms.put(step, histogram);
        }
    }

    void record(Step step, long nanos) {
        histogram(step).recordValue(Math.clamp(nanos / 1000, 0, LONGEST_MICROS));
    }

    void since(Step step, long startNanos) {
        record(step, System.nanoTime() - startNanos);
    }

    long count(Step step) {
        return histogram(step).getTotalCount();
    }

    /** Milliseconds below which the given share of a step's executions stayed. */
    double millis(Step step, double percentile) {
        return histogram(step).getValueAtPercentile(percentile) / 1000.0;
    }

    private Histogram histogram(Step step) {
        return histograms.get(step);
    }
}
