package dev.cleave.deployment.up;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What people read: the log lines of all processes, each marked by whose it is, and between them whole tables. */
final class Console {

    static final String OWN = "up";

    private static final int[] COLOURS = {36, 33, 32, 35, 34, 96, 93, 92, 95, 94};
    private static final String PLAIN = "\u001b[0m";
    private static final int LEAST_WIDTH = 12;

    private final PrintWriter out;
    private final boolean coloured;
    private final Map<String, Integer> colours = new ConcurrentHashMap<>();
    private final AtomicInteger width = new AtomicInteger(LEAST_WIDTH);

    Console(PrintWriter out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    /** A line of this program's own. */
    void say(String text) {
        line(OWN, text);
    }

    void line(String source, String text) {
        int columns = width.accumulateAndGet(source.length(), Math::max);
        String mark = source + " ".repeat(columns - source.length()) + " |";
        String shown = coloured ? "\u001b[" + colour(source) + "m" + mark + PLAIN : mark;
        synchronized (out) {
            out.println(shown + " " + text);
            out.flush();
        }
    }

    /** Several lines that stay together. */
    void block(List<String> lines) {
        synchronized (out) {
            lines.forEach(out::println);
            out.flush();
        }
    }

    private int colour(String source) {
        return source.equals(OWN) ? 1 : colours.computeIfAbsent(source, s -> COLOURS[colours.size() % COLOURS.length]);
    }
}
