package dev.cleave.bootstrap.trade;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What a file of invoices holds for a trader: products, orders, and what was sent back.
 *
 * @param fingerprint the beginning of the SHA-256 of the file's bytes
 * @param lines all lines read
 * @param unusable how many of them can't be traded, by reason; all others are in {@code orders} or {@code returns}
 * @param limitedCancellations cancelled lines that name more pieces than were bought, and count for those that were
 */
record OrderFile(
        String name,
        String fingerprint,
        SequencedMap<String, Product> products,
        List<Order> orders,
        List<Return> returns,
        int lines,
        int orderLines,
        int returnLines,
        Map<Unusable, Integer> unusable,
        int limitedCancellations) {

    private static final List<String> COLUMNS =
            List.of("InvoiceNo", "StockCode", "Description", "Quantity", "UnitPrice", "CustomerID", "Country");
    private static final Set<String> FEE_CODES =
            Set.of("POST", "DOT", "M", "D", "S", "B", "C2", "C3", "AMAZONFEE", "BANK CHARGES", "CRUK", "PADS");
    private static final Pattern SKU = Pattern.compile("[A-Z0-9._:-]{1,80}");
    private static final String EXCERPT = "online-retail-excerpt.csv";

    /** A product at the first price that the file has for it. */
    record Product(String sku, String name, BigDecimal price) {}

    /** A line as the file has it; an order may name a product twice. */
    record Line(String sku, int quantity) {}

    /**
     * An invoice.
     *
     * @param customer the customer's number, made up from the invoice's where the file has none
     * @param country ISO 3166 alpha-2
     */
    record Order(String invoice, String customer, String country, List<Line> lines) {

        Map<String, Integer> pieces() {
            Map<String, Integer> pieces = new LinkedHashMap<>();
            lines.forEach(line -> pieces.merge(line.sku(), line.quantity(), Math::addExact));
            return pieces;
        }
    }

    /** The part of a cancellation that sends pieces of one earlier order back. */
    record Return(String cancellation, String invoice, Map<String, Integer> pieces) {}

    /** Reads a file, plain or gzipped, up to the given number of orders. */
    static OrderFile read(Path file, int maxOrders) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.getFileName().toString(), in, maxOrders);
        }
    }

    /** Reads the excerpt that ships with the program. */
    static OrderFile sample(int maxOrders) {
        try (InputStream in = OrderFile.class.getResourceAsStream(EXCERPT)) {
            if (in == null) {
                throw new IllegalStateException(EXCERPT + " is missing from the program");
            }
            return read(EXCERPT, in, maxOrders);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OrderFile read(String name, InputStream in, int maxOrders) throws IOException {
        DigestInputStream digested = new DigestInputStream(in, sha256());
        CSVFormat format = CSVFormat.DEFAULT.builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .setIgnoreEmptyLines(true)
                .get();
        Collector collector = new Collector(maxOrders);
        try (Reader reader = new InputStreamReader(unzipped(digested), StandardCharsets.UTF_8);
                CSVParser records = CSVParser.builder().setReader(reader).setFormat(format).get()) {
            if (!records.getHeaderNames().containsAll(COLUMNS)) {
                throw new IOException("the file " + name + " is not in the format of the Online Retail data: its first line"
                        + " must name the columns " + String.join(", ", COLUMNS));
            }
            for (CSVRecord line : records) {
                if (!collector.take(line)) {
                    break;
                }
            }
            digested.transferTo(OutputStream.nullOutputStream());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        String fingerprint = HexFormat.of().formatHex(digested.getMessageDigest().digest()).substring(0, 12);
        return collector.toFile(name, fingerprint);
    }

    private static InputStream unzipped(InputStream in) throws IOException {
        PushbackInputStream peeking = new PushbackInputStream(new BufferedInputStream(in), 2);
        byte[] start = peeking.readNBytes(2);
        peeking.unread(start);
        boolean zipped = start.length == 2 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b;
        return zipped ? new GZIPInputStream(peeking) : peeking;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What every product is asked for in all orders together. */
    Map<String, Integer> demand() {
        Map<String, Integer> demand = new LinkedHashMap<>();
        orders.forEach(order -> order.lines().forEach(line -> demand.merge(line.sku(), line.quantity(), Math::addExact)));
        return demand;
    }

    private static final class Collector {

        private final int maxOrders;
        private final SequencedMap<String, Product> products = new LinkedHashMap<>();
        private final SequencedMap<String, Order> orders = new LinkedHashMap<>();
        private final Map<String, Return> returns = new LinkedHashMap<>();
        private final Map<Bought, List<Lot>> bought = new HashMap<>();
        private final Map<Unusable, Integer> unusable = new EnumMap<>(Unusable.class);
        private int lines;
        private int orderLines;
        private int returnLines;
        private int limitedCancellations;

        /** What a customer bought of a product, in all orders so far. */
        private record Bought(String customer, String sku) {}

        /** Pieces of one order that have not come back. */
        private static final class Lot {

            private final String invoice;
            private int left;

            private Lot(String invoice, int left) {
                this.invoice = invoice;
                this.left = left;
            }
        }

        private Collector(int maxOrders) {
            this.maxOrders = maxOrders;
        }

        /** Returns false where the file is to end: before the first order too many. */
        private boolean take(CSVRecord line) {
            Optional<Unusable> reason = line.isConsistent() ? take(
                    line.get("InvoiceNo").strip(),
                    line.get("StockCode").strip().toUpperCase(Locale.ROOT),
                    line.get("Description").strip(),
                    line.get("Quantity").strip(),
                    line.get("UnitPrice").strip(),
                    line.get("CustomerID").strip(),
                    line.get("Country").strip()) : Optional.of(Unusable.UNREADABLE);
            if (orders.size() > maxOrders) {
                orders.pollLastEntry();
                return false;
            }
            lines++;
            reason.ifPresent(why -> unusable.merge(why, 1, Integer::sum));
            return true;
        }

        private Optional<Unusable> take(
                String invoice,
                String sku,
                String description,
                String quantityText,
                String priceText,
                String customer,
                String country) {
            if (FEE_CODES.contains(sku) || sku.startsWith("GIFT_")) {
                return Optional.of(Unusable.FEE_CODE);
            }
            int quantity;
            BigDecimal price;
            try {
                quantity = Integer.parseInt(quantityText);
                price = new BigDecimal(priceText).setScale(2, RoundingMode.HALF_UP);
            } catch (NumberFormatException e) {
                return Optional.of(Unusable.UNREADABLE);
            }
            if (invoice.isEmpty() || !SKU.matcher(sku).matches()) {
                return Optional.of(Unusable.UNREADABLE);
            }
            return invoice.startsWith("C")
                    ? cancel(invoice, sku, quantity, customer)
                    : sell(invoice, sku, description, quantity, price, customer, country);
        }

        private Optional<Unusable> sell(
                String invoice,
                String sku,
                String description,
                int quantity,
                BigDecimal price,
                String customer,
                String country) {
            if (description.isEmpty()) {
                return Optional.of(Unusable.NO_DESCRIPTION);
            }
            if (quantity <= 0) {
                return Optional.of(Unusable.NEGATIVE_QUANTITY);
            }
            if (price.signum() <= 0) {
                return Optional.of(Unusable.ZERO_PRICE);
            }
            Optional<String> code = Countries.code(country);
            if (code.isEmpty()) {
                return Optional.of(Unusable.UNKNOWN_COUNTRY);
            }
            String buyer = customer.isEmpty() ? "guest-" + invoice : customer;
            Order order = orders.computeIfAbsent(invoice, number -> new Order(number, buyer, code.get(), new ArrayList<>()));
            if (orders.size() > maxOrders) {
                return Optional.empty();
            }
            products.computeIfAbsent(sku, s -> new Product(s, description, price));
            order.lines().add(new Line(sku, quantity));
            orderLines++;
            bought.computeIfAbsent(new Bought(order.customer(), sku), b -> new ArrayList<>()).add(new Lot(invoice, quantity));
            return Optional.empty();
        }

        /** The pieces bought last are sent back first. */
        private Optional<Unusable> cancel(String cancellation, String sku, int quantity, String customer) {
            if (customer.isEmpty()) {
                return Optional.of(Unusable.CANCELLATION_WITHOUT_CUSTOMER);
            }
            int open = -quantity;
            for (Lot lot : bought.getOrDefault(new Bought(customer, sku), List.of()).reversed()) {
                int back = Math.min(open, lot.left);
                if (back > 0) {
                    lot.left -= back;
                    open -= back;
                    returns.computeIfAbsent(cancellation + " " + lot.invoice,
                            k -> new Return(cancellation, lot.invoice, new LinkedHashMap<>()))
                            .pieces().merge(sku, back, Math::addExact);
                }
            }
            if (open == -quantity) {
                return Optional.of(Unusable.CANCELLATION_UNMATCHED);
            }
            returnLines++;
            if (open > 0) {
                limitedCancellations++;
            }
            return Optional.empty();
        }

        private OrderFile toFile(String name, String fingerprint) {
            return new OrderFile(name, fingerprint, products, List.copyOf(orders.values()), List.copyOf(returns.values()),
                    lines, orderLines, returnLines, unusable, limitedCancellations);
        }
    }
}
