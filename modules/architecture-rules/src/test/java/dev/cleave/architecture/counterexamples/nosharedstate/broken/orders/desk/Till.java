package dev.cleave.architecture.counterexamples.nosharedstate.broken.orders.desk;

import dev.cleave.architecture.counterexamples.Caught;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

class Till {

    @Caught
    private static final List<String> NAMES = new ArrayList<>();

    @Caught
    private static final Map<String, List<String>> LINES = Map.of("pen", new ArrayList<>());

    @Caught
    private static final Set<String> SEEN = new HashSet<>();

    @Caught
    static final Map<String, Integer> OPEN = new HashMap<>();

    @Caught
    private static final Book BOOK = new Book();

    Consumer<String> naming() {
        return NAMES::add;
    }

    void line(String line) {
        LINES.get("pen").add(line);
    }

    void see(String name) {
        Collections.addAll(SEEN, name);
        BOOK.write(name);
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

    private static class Book {

        private final List<String> lines = new ArrayList<>();

        void write(String line) {
            lines.add(line);
        }
    }
}
