package dev.cleave.platform.operations;

/**
 * Counts, in a context's own store, what only a person can put right. A context has one bean of it at the most; it is asked now
 * and then ({@code cleave.metrics.interval}), and what it said last is the gauge {@code cleave.CONTEXT.needs-attention}.
 */
public interface NeedsAttention {

    /** What is counted, in a few words. */
    String description();

    /** How much there is of it at present, wherever in the unit it came up. */
    long count();
}
