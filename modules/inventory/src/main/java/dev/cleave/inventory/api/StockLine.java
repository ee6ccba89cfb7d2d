package dev.cleave.inventory.api;

import dev.cleave.catalog.api.Sku;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pieces of one product.
 *
 * @param quantity at least 1
 */
public record StockLine(Sku sku, int quantity) {

    /** @throws IllegalArgumentException if the quantity is below 1 */
    public StockLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("A line must have at least 1 piece");
        }
    }

    /**
     * One line per product, in the order in which the products are first named.
     *
     * @throws IllegalArgumentException if there is no line, or if a product's pieces add up to more than
     *     {@value Integer#MAX_VALUE}
     */
    static List<StockLine> merged(List<StockLine> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("There must be at least 1 line");
        }
        Map<Sku, Integer> pieces = LinkedHashMap.newLinkedHashMap(lines.size());
        for (StockLine line : lines) {
            pieces.merge(line.sku(), line.quantity(), StockLine::sum);
        }
        if (pieces.size() == lines.size()) {
            return List.copyOf(lines);
        }
        return pieces.entrySet().stream().map(entry -> new StockLine(entry.getKey(), entry.getValue())).toList();
    }

    private static int sum(int one, int other) {
        long sum = (long) one + other;
        if (sum > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("A product may have at most " + Integer.MAX_VALUE + " pieces");
        }
        return (int) sum;
    }
}
