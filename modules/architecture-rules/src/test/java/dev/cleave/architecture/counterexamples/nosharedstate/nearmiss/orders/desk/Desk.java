package dev.cleave.architecture.counterexamples.nosharedstate.nearmiss.orders.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class Desk {

    private static final Map<String, Long> PRICES = new HashMap<>();
    private static final int[] STEPS = {1, 2, 3};
    private static final Clerk CLERK = new Clerk("Ann");
    private static final StringBuilder SIGN = new StringBuilder();

    static {
        PRICES.put("pen", 2L);
        STEPS[0] = 4;
        SIGN.append("Open");
    }

    private final List<Long> taken = new ArrayList<>();
    private final int[] counts = new int[3];

    Map<String, Long> place(String product, boolean twice) {
        Map<String, Long> prices = new TreeMap<>(PRICES);
        prices.put(product, twice ? PRICES.get(product) * 2 : PRICES.getOrDefault(product, 1L));
        taken.add(PRICES.get(product));
        counts[STEPS[1]] = STEPS.length + SIGN.length() + CLERK.name().length();
        return prices;
    }

    private record Clerk(String name) {}
}
