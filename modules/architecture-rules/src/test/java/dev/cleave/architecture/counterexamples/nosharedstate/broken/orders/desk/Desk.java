package dev.cleave.architecture.counterexamples.nosharedstate.broken.orders.desk;

import dev.cleave.architecture.counterexamples.Caught;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

class Desk {

    @Caught
    static int opened;

    @Caught
    private static final Map<String, Integer> ORDERS = new HashMap<>();

    @Caught
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Caught
    private static final int[] COUNTS = new int[3];

    @Caught
    private static final Clerk CLERK = new Clerk();

    int place(String product, boolean twice) {
        ORDERS.put(product, twice ? 2 : 1);
        COUNTS[product.length() % 3]++;
        return CLERK.greeted + opened;
    }

    Runnable later() {
        return () -> {
            AtomicInteger numbers = NUMBERS;
            numbers.incrementAndGet();
        };
    }

    private static class Clerk {

        private int greeted = 1;
    }
}
