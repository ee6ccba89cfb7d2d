package dev.cleave.trader;

import java.net.URI;
import java.time.Duration;

/**
 * How a run trades.
 *
 * @param ledger a process that shows the payment provider's ledger
 * @param rate orders placed per second, or 0 for as fast as they are answered
 * @param concurrency requests under way at once
 * @param key begins all idempotency keys and references: the file's fingerprint and the run
 * @param run the run's name
 * @param repeated whether the run may have been traded before, wholly or in part
 * @param alone whether nobody else trades meanwhile, so that the system's books must show this run's pieces and no others
 * @param patience how long to wait for anything to move before what is unfinished is given up
 */
record Settings(
        URI url,
        URI ledger,
        double rate,
        int concurrency,
        Stock stock,
        Payments payments,
        long seed,
        String key,
        String run,
        boolean repeated,
        boolean alone,
        Duration patience) {

    /** How much stock is received. */
    enum Stock {
        /** Every product has enough for all orders. */
        PLENTY,
        /** One product in twenty has half of what it is asked for. */
        SCARCE
    }

    /** What customers pay with. */
    enum Payments {
        /** Payments that are authorised at once. */
        OK,
        /** Some are declined, some are slow, some fail at first. */
        REALISTIC
    }

    /** A key of this run's own: no two deeds have the same one, whatever the file calls its orders. */
    String key(String deed, String... numbers) {
        StringBuilder own = new StringBuilder(key).append(':').append(deed);
        for (String number : numbers) {
            own.append(':').append(Plain.of(number));
        }
        return own.toString();
    }

    /** Whether the books must show exactly what this run did, or at least that. */
    boolean exact() {
        return alone && !repeated;
    }
}
