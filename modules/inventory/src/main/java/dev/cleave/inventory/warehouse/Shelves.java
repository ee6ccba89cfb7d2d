package dev.cleave.inventory.warehouse;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.cleave.catalog.api.Sku;
import dev.cleave.inventory.api.StockLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pieces of every product: a numbered shelf for each, in the order in which the warehouse first had them. */
final class Shelves {

    private final List<Sku> skus;
    private final Map<Sku, Integer> numbers;
    private long[] onHand;
    private long[] reserved;

    Shelves() {
        this(new Content(List.of(), new long[0], new long[0]));
    }

    record Content(List<Sku> skus, long[] onHand, long[] reserved) {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Shelves(Content content) {
        skus = new ArrayList<>(content.skus());
        numbers = HashMap.newHashMap(skus.size());
        skus.forEach(sku -> numbers.put(sku, numbers.size()));
        onHand = content.onHand().clone();
        reserved = content.reserved().clone();
    }

    @JsonValue
    Content content() {
        return new Content(skus, Arrays.copyOf(onHand, skus.size()), Arrays.copyOf(reserved, skus.size()));
    }

    long onHand(Sku sku) {
        Integer shelf = numbers.get(sku);
        return shelf == null ? 0 : onHand[shelf];
    }

    long free(Sku sku) {
        Integer shelf = numbers.get(sku);
        return shelf == null ? 0 : onHand[shelf] - reserved[shelf];
    }

    void put(Sku sku, long pieces) {
        int shelf = shelf(sku);
        onHand[shelf] += pieces;
    }

    void reserve(Sku sku, long pieces) {
        int shelf = shelf(sku);
        reserved[shelf] += pieces;
    }

    void ship(Sku sku, long pieces) {
        int shelf = shelf(sku);
        onHand[shelf] -= pieces;
        reserved[shelf] -= pieces;
    }

    PackedLines pack(List<StockLine> lines) {
        int[] pairs = new int[2 * lines.size()];
        int i = 0;
        for (StockLine line : lines) {
            pairs[i++] = shelf(line.sku());
            pairs[i++] = line.quantity();
        }
        return new PackedLines(pairs);
    }

    List<StockLine> unpack(PackedLines packed) {
        int[] pairs = packed.pairs();
        List<StockLine> lines = new ArrayList<>(pairs.length / 2);
        for (int i = 0; i < pairs.length; i += 2) {
            lines.add(new StockLine(skus.get(pairs[i]), pairs[i + 1]));
        }
        return lines;
    }

    private int shelf(Sku sku) {
        Integer known = numbers.get(sku);
        if (known != null) {
            return known;
        }
        int shelf = skus.size();
        if (shelf == onHand.length) {
            int room = Math.max(64, 2 * shelf);
            onHand = Arrays.copyOf(onHand, room);
            reserved = Arrays.copyOf(reserved, room);
        }
        skus.add(sku);
        numbers.put(sku, shelf);
        return shelf;
    }
}
