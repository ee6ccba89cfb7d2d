package dev.cleave.architecture.counterexamples.nosharedstate.nearmiss.orders.desk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class Till {

    private static final BigDecimal FEE = new BigDecimal("1.50");
    private static final Map<String, BigDecimal> RATES = new HashMap<>(Map.of("pen", BigDecimal.ONE));
    private static final List<Integer> STEPS = Arrays.asList(3, 1, 2);
    private static final Book BOOK = new Book(List.of("first"));

    BigDecimal price(String product) {
        return RATES.get(product).add(FEE.add(BigDecimal.TEN));
    }

    int most() {
        return Collections.max(STEPS) + BOOK.lines.size();
    }

    List<Integer> sorted() {
        List<Integer> copy = new ArrayList<>(STEPS);
        Collections.sort(copy);
        copy.removeIf(RATES::containsKey);
        return copy;
    }

    enum Drawer {
        LEFT("l"),
        RIGHT("r");

        private final String sign;
        private final List<String> signs = new ArrayList<>();

        Drawer(String sign) {
            this.sign = sign;
            signs.add(sign);
        }

        String sign() {
            return sign + signs;
        }
    }

    private static class Book {

        private final List<String> lines;

        Book(List<String> lines) {
            this.lines = new ArrayList<>(lines);
            this.lines.add("last");
        }
    }
}
