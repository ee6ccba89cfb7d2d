package dev.cleave.architecture.law.everywhere.nosharedstate.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class Desk {

    @Caught
    static int opened;

    @Caught
    private static final Map<String, Integer> ORDERS = new HashMap<>();

    @Caught
    private static final ConcurrentHashMap<String, Integer> OPEN = new ConcurrentHashMap<>();

    @Caught
    private static final Map<String, Integer> PRICES;

    @Caught
    private static final List<String> NAMES = Stream.of("pen").collect(Collectors.toList());

    @Caught
    private static final List<Integer> STEPS = Arrays.asList(1, 2);

    @Caught
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Caught
    private static final StringBuilder SIGN = new StringBuilder();

    @Caught
    private static final int[] COUNTS = new int[3];

    @Caught
    private static final Clerk CLERK = new Clerk();

    @Caught
    private static final Book BOOK = new Book();

    static {
        Map<String, Integer> prices = new HashMap<>(Map.of("pen", 1));
        prices.put("ink", 2);
        PRICES = prices;
    }

    int place(String product, boolean twice) {
        ORDERS.put(product, twice ? 2 : 1);
        OPEN.put(product, PRICES.get(product) + STEPS.get(0) + NAMES.size() + SIGN.length());
        COUNTS[product.length() % 3]++;
        BOOK.lines.add(product);
        return CLERK.greeted + opened + NUMBERS.incrementAndGet();
    }

    enum Drawer {
        LEFT,
        RIGHT;

        @Caught
        private int opened;

        int open() {
            return ++opened;
        }
    }

    private static class Clerk {

        private int greeted = 1;
    }

    private static class Book {

        private final List<String> lines = new ArrayList<>();
    }
}
