package dev.cleave.inventory.stock;

import dev.cleave.catalog.api.Sku;
import dev.cleave.inventory.InventoryProperties;
import dev.cleave.inventory.api.InventoryFailure;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.web.paging.Cursor;
import dev.cleave.platform.web.paging.Page;
import dev.cleave.platform.web.paging.Paging;
import dev.cleave.platform.web.problem.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Stock", description = "What a warehouse has of each product")
@RestController
@RequestMapping("/api/inventory/stock")
class StockController {

    private final InventoryProperties inventory;
    private final Stocks stocks;

    StockController(InventoryProperties inventory, Stocks stocks) {
        this.inventory = inventory;
        this.stocks = stocks;
    }

    @Operation(summary = "List the stock of all products, by sku")
    @ApiResponse(responseCode = "200", description = "A page of stock.", useReturnTypeSchema = true)
    @GetMapping
    Page<Stock> list(Paging paging) {
        String after = paging.after().map(cursor -> cursor.value(0)).orElse("");
        return paging.page(
                stocks.list(inventory.warehouse(), after, paging.rows()), stock -> Cursor.of(stock.sku().value()));
    }

    @Operation(summary = "Read the stock of a product")
    @ApiResponse(responseCode = "200", description = "The stock.", useReturnTypeSchema = true)
    @Refuses(by = InventoryFailure.class, with = "stock-unknown")
    @GetMapping("/{sku}")
    Stock find(@Parameter(description = "The product's stock keeping unit.", example = "85123A") @PathVariable Sku sku) {
        return stocks.find(inventory.warehouse(), sku).orElseThrow(() -> new FailureException(Failure.of(
                InventoryFailure.STOCK_UNKNOWN, "The warehouse never had a piece of this product; receive some first.")));
    }
}
