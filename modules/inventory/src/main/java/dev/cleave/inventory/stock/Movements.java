package dev.cleave.inventory.stock;

import dev.cleave.catalog.api.Sku;
import dev.cleave.inventory.api.StockLine;
import dev.cleave.inventory.api.WarehouseId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a batch of events does to each product's numbers, added up. */
final class Movements {

    private final Map<Row, Numbers> byRow = new HashMap<>();
    private final Map<WarehouseId, Long> versions = new HashMap<>();

    record Row(String warehouse, String sku) {}

    static final class Numbers {

        long onHand;
        long reserved;
        long received;
        long adjusted;
        long shipped;
        long returned;
    }

    void received(WarehouseId warehouse, Sku sku, long pieces) {
        Numbers numbers = of(warehouse, sku);
        numbers.received += pieces;
        numbers.onHand += pieces;
    }

    void adjusted(WarehouseId warehouse, Sku sku, long pieces) {
        Numbers numbers = of(warehouse, sku);
        numbers.adjusted += pieces;
        numbers.onHand += pieces;
    }

    void reserved(WarehouseId warehouse, List<StockLine> lines) {
        lines.forEach(line -> of(warehouse, line.sku()).reserved += line.quantity());
    }

    void released(WarehouseId warehouse, List<StockLine> lines) {
        lines.forEach(line -> of(warehouse, line.sku()).reserved -= line.quantity());
    }

    void shipped(WarehouseId warehouse, List<StockLine> lines) {
        for (StockLine line : lines) {
            Numbers numbers = of(warehouse, line.sku());
            numbers.shipped += line.quantity();
            numbers.onHand -= line.quantity();
            numbers.reserved -= line.quantity();
        }
    }

    void returned(WarehouseId warehouse, List<StockLine> lines) {
        for (StockLine line : lines) {
            Numbers numbers = of(warehouse, line.sku());
            numbers.returned += line.quantity();
            numbers.onHand += line.quantity();
        }
    }

    void readUpTo(WarehouseId warehouse, long version) {
        versions.merge(warehouse, version, Math::max);
    }

    Map<Row, Numbers> byRow() {
        return byRow;
    }

    Map<WarehouseId, Long> versions() {
        return versions;
    }

    private Numbers of(WarehouseId warehouse, Sku sku) {
        return byRow.computeIfAbsent(new Row(warehouse.value(), sku.value()), row -> new Numbers());
    }
}
