package dev.cleave.architecture.traffic;

/** Files that were given as a run's metrics and are of no use. The message says which, why, and what to do. */
public final class UnusableMetrics extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnusableMetrics(String message) {
        super(message);
    }
}
