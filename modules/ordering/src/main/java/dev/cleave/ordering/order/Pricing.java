package dev.cleave.ordering.order;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import dev.cleave.catalog.api.Sku;
import dev.cleave.ordering.api.OrderLine;
import dev.cleave.ordering.api.OrderedLine;
import dev.cleave.ordering.api.OrderingFailure;
import dev.cleave.ordering.product.KnownProduct;
import dev.cleave.ordering.product.Products;
import dev.cleave.platform.failure.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

@Component
class Pricing {

    private static final int PRODUCTS_NAMED = 20;

    private final Products products;
    private final OrderLimits limits;

    Pricing(Products products, OrderLimits limits) {
        this.products = products;
        this.limits = limits;
    }

    List<OrderedLine> merge(List<OrderedLine> lines) {
        if (lines.isEmpty()) {
            throw Refusal.of(OrderingFailure.ORDER_WITHOUT_LINES, "Name at least one product and how many pieces of it.");
        }
        if (lines.size() > limits.maxLines()) {
            throw Refusal.of(
                    OrderingFailure.TOO_MANY_LINES,
                    "At most " + limits.maxLines() + " lines are taken; split the order.",
                    Map.of("lines", Integer.toString(lines.size()), "limit", Integer.toString(limits.maxLines())));
        }
        Map<Sku, Long> merged = new LinkedHashMap<>();
        for (OrderedLine line : lines) {
            requireInRange(line.sku(), line.quantity());
            merged.merge(line.sku(), (long) line.quantity(), Long::sum);
        }
        merged.forEach(this::requireInRange);
        return merged.entrySet().stream()
                .map(line -> new OrderedLine(line.getKey(), Math.toIntExact(line.getValue())))
                .toList();
    }

    List<OrderLine> price(List<OrderedLine> merged) {
        Map<Sku, KnownProduct> known = known(merged.stream().map(OrderedLine::sku).toList());
        List<OrderLine> priced = merged.stream()
                .map(line -> new OrderLine(line.sku(), line.quantity(), forSale(line.sku(), known.get(line.sku())).price()))
                .toList();
        if (priced.stream().map(line -> line.unitPrice().getCurrencyUnit()).distinct().count() > 1) {
            throw Refusal.of(
                    OrderingFailure.MIXED_CURRENCIES, "The products are priced in several currencies; order them apart.");
        }
        return priced;
    }

    private Map<Sku, KnownProduct> known(List<Sku> wanted) {
        Map<Sku, KnownProduct> known = products.find(wanted);
        List<Sku> missing = wanted.stream().filter(not(known::containsKey)).toList();
        if (missing.isEmpty()) {
            return known;
        }
        List<Sku> unlisted = missing.stream().filter(not(products::isListed)).limit(PRODUCTS_NAMED).toList();
        if (unlisted.isEmpty()) {
            String named = named(missing);
            throw Refusal.of(
                    OrderingFailure.PRODUCT_NOT_YET_KNOWN,
                    "Listed, but not known here yet: " + named + "; try again in a moment.",
                    Map.of("sku", missing.getFirst().value(), "skus", named));
        }
        String named = named(unlisted);
        throw Refusal.of(
                OrderingFailure.PRODUCT_UNKNOWN,
                "No product is listed as " + named + "; correct it, or list the product before you order it.",
                Map.of("sku", unlisted.getFirst().value(), "skus", named));
    }

    private static String named(List<Sku> skus) {
        return skus.stream().limit(PRODUCTS_NAMED).map(Sku::value).collect(joining(", "));
    }

    Money total(List<OrderLine> priced) {
        Money total = priced.stream()
                .map(line -> line.unitPrice().multipliedBy(line.quantity()))
                .reduce(Money.zero(priced.getFirst().unitPrice().getCurrencyUnit()), Money::plus);
        Money limit = Money.ofMinor(total.getCurrencyUnit(), limits.maxTotalMinorUnits());
        if (total.isGreaterThan(limit)) {
            throw Refusal.of(
                    OrderingFailure.TOTAL_TOO_LARGE,
                    "The total is more than is taken in one order; split the order.",
                    Map.of("limit", limit.getAmount().toPlainString()));
        }
        return total;
    }

    private void requireInRange(Sku sku, long quantity) {
        if (quantity < 1 || quantity > limits.maxQuantity()) {
            throw Refusal.of(
                    OrderingFailure.QUANTITY_OUT_OF_RANGE,
                    "Order 1 to " + limits.maxQuantity() + " pieces of a product.",
                    Map.of("sku", sku.value(), "limit", Integer.toString(limits.maxQuantity())));
        }
    }

    private static KnownProduct forSale(Sku sku, KnownProduct product) {
        if (product.retired()) {
            throw Refusal.of(
                    OrderingFailure.PRODUCT_RETIRED,
                    "The product " + sku.value() + " is no longer for sale; take it off the order.",
                    Map.of("sku", sku.value()));
        }
        return product;
    }
}
