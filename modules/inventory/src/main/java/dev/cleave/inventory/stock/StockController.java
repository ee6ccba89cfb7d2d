package dev.cleave.inventory.stock;

import dev.cleave.catalog.api.Sku;
import dev.cleave.inventory.InventoryProperties;
import dev.cleave.inventory.api.InventoryFailure;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.web.Cursor;
import dev.cleave.platform.web.Page;
import dev.cleave.platform.web.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/inventory/stock")
class StockController {

    private final InventoryProperties inventory;
    private final Stocks stocks;

    StockController(InventoryProperties inventory, Stocks stocks) {
        this.inventory = inventory;
        this.stocks = stocks;
    }

    @GetMapping
    Page<Stock> list(Paging paging) {
        String after = paging.after().map(cursor -> cursor.value(0)).orElse("");
        return paging.page(
                stocks.list(inventory.warehouse(), after, paging.rows()), stock -> Cursor.of(stock.sku().value()));
    }

    @GetMapping("/{sku}")
    Stock find(@PathVariable Sku sku) {
        return stocks.find(inventory.warehouse(), sku).orElseThrow(() -> new FailureException(Failure.of(
                InventoryFailure.STOCK_UNKNOWN, "The warehouse never had a piece of this product; receive some first.")));
    }
}
