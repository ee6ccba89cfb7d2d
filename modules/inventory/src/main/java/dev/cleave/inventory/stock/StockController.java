package dev.cleave.inventory.stock;

import dev.cleave.catalog.api.Sku;
import dev.cleave.inventory.InventoryProperties;
import dev.cleave.inventory.api.InventoryFailure;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.web.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
    Page<Stock> list(
            @RequestParam(required = false) @Nullable Sku after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        List<Stock> found = stocks.list(inventory.warehouse(), after, limit + 1);
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<Stock> items = found.subList(0, limit);
        return new Page<>(items, items.getLast().sku().value());
    }

    @GetMapping("/{sku}")
    Stock find(@PathVariable Sku sku) {
        return stocks.find(inventory.warehouse(), sku).orElseThrow(() -> new FailureException(Failure.of(
                InventoryFailure.STOCK_UNKNOWN, "The warehouse never had a piece of this product; receive some first.")));
    }
}
