package dev.cleave.payment.provider;

import java.time.Duration;

/**
 * How long an unanswered question rests, and when its deadline has come.
 *
 * @param asksOn whether it is asked on after the deadline, when nobody waits for the answer any more
 */
record Patience(Duration firstRest, Duration longestRest, Duration deadline, boolean asksOn) {

    record Rest(Duration duration, boolean last) {}

    /** The rest after the question was asked for the given time, counted from 1; the last one ends at the deadline. */
    Rest after(int attempt) {
        Duration rest = firstRest;
        Duration begin = Duration.ZERO;
        for (int i = 1; i < attempt; i++) {
            begin = begin.plus(rest);
            if (begin.compareTo(deadline) >= 0) {
                return new Rest(longestRest, !asksOn);
            }
            rest = shorter(rest.multipliedBy(2), longestRest);
        }
        Duration left = deadline.minus(begin);
        return rest.compareTo(left) >= 0 ? new Rest(left, true) : new Rest(rest, false);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
