package dev.cleave.inventory.stock;

import dev.cleave.catalog.api.Sku;
import dev.cleave.inventory.api.WarehouseId;
import dev.cleave.inventory.product.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class Stocks {

    private static final String SELECT = """
            SELECT stock.sku, on_hand, reserved, received, adjusted, shipped, returned, known_product.retired
            FROM stock LEFT JOIN known_product ON known_product.sku = stock.sku
            WHERE warehouse = ?""";

    private final JdbcClient store;

    Stocks(JdbcClient store) {
        this.store = store;
    }

    /** The sequence number of the last event in the stock of the warehouse with the given aggregate identifier, or -1. */
    public long version(String aggregateId) {
        return store.sql("SELECT version FROM stock_version WHERE aggregate_id = ?")
                .param(aggregateId)
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    /** A warehouse's stock of a product, or nothing if it never had a piece of it. */
    public Optional<Stock> find(WarehouseId warehouse, Sku sku) {
        return store.sql(SELECT + " AND stock.sku = ?")
                .params(warehouse.value(), sku.value())
                .query(Stocks::row)
                .optional();
    }

    /** A warehouse's stock by sku, at most {@code count} products, after the given sku. */
    List<Stock> list(WarehouseId warehouse, String after, int count) {
        return store.sql(SELECT + " AND stock.sku > ? ORDER BY stock.sku LIMIT ?")
                .params(warehouse.value(), after, count)
                .query(Stocks::row)
                .list();
    }

    private static Stock row(ResultSet row, int number) throws SQLException {
        return new Stock(
                new Sku(row.getString("sku")),
                standing(row.getObject("retired", Boolean.class)).code(),
                row.getLong("on_hand"),
                row.getLong("reserved"),
                row.getLong("received"),
                row.getLong("adjusted"),
                row.getLong("shipped"),
                row.getLong("returned"));
    }

    private static Standing standing(@Nullable Boolean retired) {
        return retired == null ? Standing.UNKNOWN : retired ? Standing.RETIRED : Standing.FOR_SALE;
    }
}
