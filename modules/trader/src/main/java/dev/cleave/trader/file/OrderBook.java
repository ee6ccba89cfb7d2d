package dev.cleave.trader.file;

import dev.cleave.platform.message.Country;
import dev.cleave.trader.file.OrderFile.Order;
import dev.cleave.trader.file.OrderFile.Product;
import dev.cleave.trader.file.OrderFile.Return;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes orders and returns of a file's lines, and counts the lines of which it can't. */
final class OrderBook {

    static final int MOST_PIECES = 100_000;
    static final int HIGHEST_PRICE = 10_000_000;
    static final int LONGEST_NUMBER = 100;
    static final int MOST_STOCK = 1_000_000_000;

    private static final int LONGEST_NAME = 200;
    private static final Set<String> FEE_CODES =
            Set.of("POST", "DOT", "M", "D", "S", "B", "C2", "C3", "AMAZONFEE", "BANK CHARGES", "CRUK", "PADS");
    private static final Pattern SKU = Pattern.compile("[A-Z0-9._:-]{1,80}");
    private static final Pattern CANCELLATION = Pattern.compile("[Cc]\\d+");

    private final int maxOrders;
    private final SequencedMap<String, Product> products = new LinkedHashMap<>();
    private final SequencedMap<String, Order> orders = new LinkedHashMap<>();
    private final Map<Origin, Return> returns = new LinkedHashMap<>();
    private final Map<Bought, List<Lot>> bought = new HashMap<>();
    private final Map<String, Integer> demand = new HashMap<>();
    private final Map<Unusable, OrderFile.Passed> unusable = new EnumMap<>(Unusable.class);
    private int lines;
    private int orderLines;
    private int returnLines;
    private int limitedCancellations;

    /** A line's values, without blanks around them. */
    record Entry(
            String invoice,
            String sku,
            Optional<String> description,
            Optional<BigDecimal> quantity,
            Optional<BigDecimal> price,
            String customer,
            String country) {}

    /** Which cancellation sends something of which order back. */
    private record Origin(String cancellation, String invoice) {}

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

    OrderBook(int maxOrders) {
        this.maxOrders = maxOrders;
    }

    /** Counts a line as not usable. */
    void pass(int line, Unusable why) {
        lines++;
        unusable.computeIfAbsent(why, w -> new OrderFile.Passed()).add(line);
    }

    /** Returns false where the file is to end: before the first order too many. */
    boolean take(int line, Entry entry) {
        Optional<Unusable> reason = take(entry);
        if (orders.size() > maxOrders) {
            orders.pollLastEntry();
            return false;
        }
        reason.ifPresentOrElse(why -> pass(line, why), () -> lines++);
        return true;
    }

    private Optional<Unusable> take(Entry entry) {
        String sku = entry.sku().toUpperCase(Locale.ROOT);
        if (FEE_CODES.contains(sku) || sku.startsWith("GIFT_")) {
            return Optional.of(Unusable.FEE_CODE);
        }
        Optional<Integer> pieces = entry.quantity().flatMap(OrderBook::whole);
        if (pieces.isEmpty()) {
            return Optional.of(Unusable.BAD_QUANTITY);
        }
        if (entry.price().isEmpty() || entry.price().get().compareTo(BigDecimal.valueOf(HIGHEST_PRICE)) > 0) {
            return Optional.of(Unusable.BAD_PRICE);
        }
        if (entry.invoice().isEmpty() || !fits(entry.invoice(), LONGEST_NUMBER)) {
            return Optional.of(Unusable.BAD_INVOICE);
        }
        if (!SKU.matcher(sku).matches()) {
            return Optional.of(Unusable.BAD_CODE);
        }
        if (!fits(entry.customer(), LONGEST_NUMBER)) {
            return Optional.of(Unusable.BAD_CUSTOMER);
        }
        int quantity = pieces.get();
        if (quantity < 0) {
            Optional<Unusable> notCancelled = cancel(entry.invoice(), sku, quantity, entry.customer());
            if (notCancelled.isEmpty() || CANCELLATION.matcher(entry.invoice()).matches()) {
                return notCancelled;
            }
        }
        return sell(entry, sku, quantity, entry.price().get().setScale(2, RoundingMode.HALF_UP));
    }

    private static Optional<Integer> whole(BigDecimal number) {
        return number.abs().compareTo(BigDecimal.valueOf(MOST_PIECES)) > 0 || number.stripTrailingZeros().scale() > 0
                ? Optional.empty() : Optional.of(number.intValue());
    }

    private static boolean fits(String text, int longest) {
        return text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }

    private Optional<Unusable> sell(Entry entry, String sku, int quantity, BigDecimal price) {
        String description = entry.description().map(OrderBook::oneLine).orElse(sku);
        if (description.isEmpty()) {
            return Optional.of(Unusable.NO_DESCRIPTION);
        }
        if (!fits(description, LONGEST_NAME)) {
            return Optional.of(Unusable.BAD_DESCRIPTION);
        }
        if (quantity <= 0) {
            return Optional.of(Unusable.NEGATIVE_QUANTITY);
        }
        if (price.signum() <= 0) {
            return Optional.of(Unusable.ZERO_PRICE);
        }
        Order begun = orders.get(entry.invoice());
        // Some files name the country in the first line of an order alone.
        Optional<String> country = entry.country().isEmpty() && begun != null
                ? Optional.of(begun.country()) : Country.meant(entry.country());
        if (country.isEmpty()) {
            return Optional.of(Unusable.UNKNOWN_COUNTRY);
        }
        if (demand.getOrDefault(sku, 0) + quantity > MOST_STOCK) {
            return Optional.of(Unusable.TOO_MANY_PIECES);
        }
        Order order = orders.computeIfAbsent(
                entry.invoice(), number -> new Order(number, entry.customer(), country.get(), new ArrayList<>()));
        if (orders.size() > maxOrders) {
            return Optional.empty();
        }
        Product product = products.computeIfAbsent(sku, s -> new Product(s, description, price));
        order.lines().add(new OrderFile.Line(product.sku(), quantity));
        orderLines++;
        demand.merge(product.sku(), quantity, Math::addExact);
        if (!order.customer().isEmpty()) {
            bought.computeIfAbsent(new Bought(order.customer(), product.sku()), b -> new ArrayList<>(1))
                    .add(new Lot(order.invoice(), quantity));
        }
        return Optional.empty();
    }

    private static String oneLine(String description) {
        return description.replaceAll("[\\t\\n\\r]+", " ").strip();
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
                returns.computeIfAbsent(new Origin(cancellation, lot.invoice),
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

    OrderFile toFile(String name, String fingerprint, OrderFile.Form form) {
        return new OrderFile(name, fingerprint, form, products, List.copyOf(orders.values()), List.copyOf(returns.values()),
                lines, orderLines, returnLines, unusable, limitedCancellations);
    }
}
