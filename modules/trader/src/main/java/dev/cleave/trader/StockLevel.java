package dev.cleave.trader;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A product's stock as the system accounts for it, in pieces. */
record StockLevel(long onHand, long reserved, long available, long received, long adjusted, long shipped, long returned) {

    static final StockLevel NONE = new StockLevel(0, 0, 0, 0, 0, 0, 0);

    /** Every product's stock. */
    static Map<String, StockLevel> read(Shop shop) throws InterruptedException {
        Map<String, StockLevel> levels = new HashMap<>();
        shop.list("/api/inventory/stock", item -> {
            levels.put(item.path("sku").asString(""), of(item));
            return true;
        });
        return levels;
    }

    private static StockLevel of(JsonNode item) {
        return new StockLevel(
                item.path("onHand").asLong(),
                item.path("reserved").asLong(),
                item.path("available").asLong(),
                item.path("received").asLong(),
                item.path("adjusted").asLong(),
                item.path("shipped").asLong(),
                item.path("returned").asLong());
    }
}
