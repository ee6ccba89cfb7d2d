package dev.cleave.inventory.warehouse;

import dev.cleave.catalog.api.Sku;
import dev.cleave.inventory.InventoryProperties;
import dev.cleave.inventory.api.AdjustStock;
import dev.cleave.inventory.api.InventoryFailure;
import dev.cleave.inventory.api.ReceiveStock;
import dev.cleave.inventory.product.Products;
import dev.cleave.inventory.product.Standing;
import dev.cleave.inventory.stock.Stock;
import dev.cleave.inventory.stock.Stocks;
import dev.cleave.platform.messaging.AggregateVersion;
import dev.cleave.platform.messaging.Answer;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.web.ownwrites.OwnWrites;
import dev.cleave.platform.web.problem.Refuses;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Stock", description = "What a warehouse has of each product")
@RestController
@RequestMapping("/api/inventory/stock/{sku}")
class WarehouseController {

    private final InventoryProperties inventory;
    private final Commands commands;
    private final Stocks stocks;
    private final Products products;
    private final OwnWrites ownWrites;

    WarehouseController(
            InventoryProperties inventory, Commands commands, Stocks stocks, Products products, OwnWrites ownWrites) {
        this.inventory = inventory;
        this.commands = commands;
        this.stocks = stocks;
        this.products = products;
        this.ownWrites = ownWrites;
    }

    record Receipt(
            @Schema(example = "120") @Min(1) @Max(ReceiveStock.MOST_PIECES) int quantity,
            @Schema(example = "delivery-2026-118") @NotBlank @Size(max = 100) String reference) {}

    record Adjustment(
            @Schema(example = "-2") @Min(-ReceiveStock.MOST_PIECES) @Max(ReceiveStock.MOST_PIECES) int change,
            @Schema(example = "broken") @NotBlank @Size(max = 200) String reason,
            @Schema(example = "count-2026-11") @NotBlank @Size(max = 100) String reference) {

        @Hidden
        @AssertTrue(message = "the change must not be 0") boolean isChanging() {
            return change != 0;
        }
    }

    /**
     * What a receipt has come to.
     *
     * @param alreadyCounted whether the reference was counted before, so that nothing changed
     * @param stock the product's stock after it; missing where the list of stock is behind
     */
    record ReceiptAnswer(
            @Schema(example = "delivery-2026-118") String reference,
            @Schema(example = "120") int quantity,
            boolean alreadyCounted,
            @Nullable Stock stock) {}

    /**
     * What a correction has come to.
     *
     * @param alreadyCounted whether the reference was counted before, so that nothing changed
     * @param stock the product's stock after it; missing where the list of stock is behind
     */
    record AdjustmentAnswer(
            @Schema(example = "count-2026-11") String reference,
            @Schema(example = "-2") int change,
            boolean alreadyCounted,
            @Nullable Stock stock) {}

    @Operation(
            summary = "Receive pieces that arrived",
            description = "A reference counts once per product. Pieces of a retired product are still taken in.")
    @ApiResponse(responseCode = "201", description = "They are counted.", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "200", description = "The reference was counted before; nothing changed.", useReturnTypeSchema = true)
    @Refuses(
            by = InventoryFailure.class,
            with = {"product-unknown", "product-not-yet-known", "reference-reused", "quantity-too-large"})
    @PostMapping("/receipts")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ReceiptAnswer> receive(
            @Parameter(description = "The product's stock keeping unit.", example = "85123A") @PathVariable Sku sku,
            @Valid @RequestBody Receipt receipt) {
        boolean counted = send(sku, new ReceiveStock(inventory.warehouse(), sku, receipt.quantity(), receipt.reference()));
        return answer(counted, sku).body(new ReceiptAnswer(receipt.reference(), receipt.quantity(), !counted, stock(sku)));
    }

    @Operation(summary = "Correct the stock after a count", description = "A reference counts once per product.")
    @ApiResponse(responseCode = "201", description = "The stock is corrected.", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "200", description = "The reference was counted before; nothing changed.", useReturnTypeSchema = true)
    @Refuses(
            by = InventoryFailure.class,
            with = {
                "product-unknown", "product-not-yet-known", "reference-reused", "stock-reserved", "quantity-too-large"
            })
    @PostMapping("/adjustments")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AdjustmentAnswer> adjust(
            @Parameter(description = "The product's stock keeping unit.", example = "85123A") @PathVariable Sku sku,
            @Valid @RequestBody Adjustment adjustment) {
        boolean counted = send(sku, new AdjustStock(
                inventory.warehouse(), sku, adjustment.change(), adjustment.reason(), adjustment.reference()));
        return answer(counted, sku).body(new AdjustmentAnswer(adjustment.reference(), adjustment.change(), !counted, stock(sku)));
    }

    /** Whether it counted: not if its reference had been counted before. */
    private boolean send(Sku sku, Object command) {
        awaitProduct(sku);
        Answer.Accepted answer = commands.require(command);
        ownWrites.await(answer, stocks::version);
        return answer.changed();
    }

    /** A product that was listed a moment ago is waited for, as long as for a caller's own write. */
    private void awaitProduct(Sku sku) {
        if (products.standing(sku) == Standing.NOT_YET_KNOWN) {
            var listed = new Answer.Accepted(null, new AggregateVersion(sku.toString(), 0), true);
            ownWrites.await(listed, id -> products.standing(sku) == Standing.NOT_YET_KNOWN ? -1 : 0);
        }
    }

    private static ResponseEntity.BodyBuilder answer(boolean counted, Sku sku) {
        return counted ? ResponseEntity.created(URI.create("/api/inventory/stock/" + sku.value())) : ResponseEntity.ok();
    }

    private @Nullable Stock stock(Sku sku) {
        return stocks.find(inventory.warehouse(), sku).orElse(null);
    }
}
