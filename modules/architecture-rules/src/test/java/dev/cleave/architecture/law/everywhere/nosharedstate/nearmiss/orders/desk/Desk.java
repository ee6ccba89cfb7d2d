package dev.cleave.architecture.law.everywhere.nosharedstate.nearmiss.orders.desk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class Desk {

    private static final BigDecimal FEE = new BigDecimal("1.50");
    private static final TimeUnit UNIT = TimeUnit.SECONDS;
    private static final Map<String, Long> PRICES = Map.of("pen", 2L);
    private static final List<Integer> STEPS = Stream.of(1, 2, 3).toList();
    private static final List<Integer> BACK = Collections.unmodifiableList(new ArrayList<>(STEPS));
    private static final Map<String, Long> RATES;
    private static final Clerk CLERK = new Clerk("Ann", List.of("Anne"));
    private static final Book BOOK = new Book(List.of("first"));

    static {
        Map<String, Long> rates = new HashMap<>(PRICES);
        rates.put("ink", 3L);
        RATES = Map.copyOf(rates);
    }

    private final List<Long> taken = new ArrayList<>();
    private final int[] counts = new int[3];
    private final AtomicInteger number = new AtomicInteger();

    BigDecimal place(String product) {
        taken.add(RATES.get(product));
        counts[STEPS.get(1)] = BACK.size() + CLERK.name().length() + BOOK.lines.size();
        return FEE.add(BigDecimal.valueOf(number.incrementAndGet() + UNIT.toMillis(1)));
    }

    enum Drawer {
        LEFT("l"),
        RIGHT("r");

        private final String sign;
        private final List<String> signs;

        Drawer(String sign) {
            this.sign = sign;
            this.signs = List.of(sign, sign);
        }

        String sign() {
            return sign + signs;
        }
    }

    private record Clerk(String name, List<String> names) {}

    private static class Book {

        private final List<String> lines;

        Book(List<String> lines) {
            this.lines = List.copyOf(lines);
        }
    }
}
