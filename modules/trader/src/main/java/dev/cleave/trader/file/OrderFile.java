package dev.cleave.trader.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What a file of invoices holds for a trader: products, orders, and what was sent back.
 *
 * @param fingerprint the beginning of the SHA-256 of the file's bytes
 * @param lines all lines read below the heading; a row with a quoted text that goes over several lines counts as one
 * @param unusable the lines that can't be traded, by reason; all others are in {@code orders} or {@code returns}
 * @param limitedCancellations cancelled lines that name more pieces than were bought, and count for those that were
 */
public record OrderFile(
        String name,
        String fingerprint,
        Form form,
        SequencedMap<String, Product> products,
        List<Order> orders,
        List<Return> returns,
        int lines,
        int orderLines,
        int returnLines,
        Map<Unusable, Passed> unusable,
        int limitedCancellations) {

    private static final String EXCERPT = "online-retail-excerpt.csv";

    public OrderFile {
        int passed = unusable.values().stream().mapToInt(Passed::count).sum();
        if (orderLines + returnLines + passed != lines) {
            throw new IllegalStateException(name + ": of " + lines + " lines " + orderLines + " are in orders, " + returnLines
                    + " in returns, and " + passed + " not usable");
        }
    }

    /**
     * How the file is written.
     *
     * @param separator between the columns
     * @param windowsLines how many lines are not UTF-8 and were read as windows-1252
     */
    public record Form(char separator, int windowsLines) {}

    /** A product at the first price that the file has for it. */
    public record Product(String sku, String name, BigDecimal price) {}

    /** A line as the file has it; an order may name a product twice. */
    public record Line(String sku, int quantity) {}

    /**
     * An invoice.
     *
     * @param customer the customer's number; empty where the file has none
     * @param country ISO 3166 alpha-2
     */
    public record Order(String invoice, String customer, String country, List<Line> lines) {

        public Map<String, Integer> pieces() {
            Map<String, Integer> pieces = new LinkedHashMap<>();
            lines.forEach(line -> pieces.merge(line.sku(), line.quantity(), Math::addExact));
            return pieces;
        }
    }

    /** The part of a cancellation that sends pieces of one earlier order back. */
    public record Return(String cancellation, String invoice, Map<String, Integer> pieces) {}

    /** Lines that were passed over: how many, and where the first of them are. */
    public static final class Passed {

        private static final int SHOWN = 10;

        private int count;
        private final List<Integer> first = new ArrayList<>();

        void add(int line) {
            count++;
            if (first.size() < SHOWN) {
                first.add(line);
            }
        }

        public int count() {
            return count;
        }

        /** The numbers of the first of them in the file, as an editor shows them. */
        public List<Integer> first() {
            return first;
        }
    }

    /**
     * Reads a file, plain or gzipped.
     *
     * @throws NotAnOrderFile if it is none, with what to do
     */
    public static OrderFile read(Path file, Reading reading) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return OrderFileReader.read(file.getFileName().toString(), in, reading);
        }
    }

    /** Reads the excerpt that ships with the program. */
    public static OrderFile sample(int maxOrders) {
        try (InputStream in = OrderFile.class.getResourceAsStream(EXCERPT)) {
            if (in == null) {
                throw new IllegalStateException(EXCERPT + " is missing from the program");
            }
            return OrderFileReader.read(EXCERPT, in, Reading.upTo(maxOrders));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What every product is asked for in all orders together. */
    public Map<String, Integer> demand() {
        Map<String, Integer> demand = new LinkedHashMap<>();
        orders.forEach(order -> order.lines().forEach(line -> demand.merge(line.sku(), line.quantity(), Math::addExact)));
        return demand;
    }
}
