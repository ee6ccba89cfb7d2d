package dev.cleave.inventory.warehouse;

import dev.cleave.catalog.api.Sku;
import dev.cleave.inventory.InventoryProperties;
import dev.cleave.inventory.api.AdjustStock;
import dev.cleave.inventory.api.ReceiveStock;
import dev.cleave.inventory.stock.Stocks;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.web.OwnWrites;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/inventory/stock/{sku}")
class WarehouseController {

    private final InventoryProperties inventory;
    private final Commands commands;
    private final Stocks stocks;
    private final OwnWrites ownWrites;

    WarehouseController(InventoryProperties inventory, Commands commands, Stocks stocks, OwnWrites ownWrites) {
        this.inventory = inventory;
        this.commands = commands;
        this.stocks = stocks;
        this.ownWrites = ownWrites;
    }

    record Receipt(
            @Min(1) @Max(ReceiveStock.MOST_PIECES) int quantity,
            @NotBlank @Size(max = 100) String reference) {}

    record Adjustment(
            @Min(-ReceiveStock.MOST_PIECES) @Max(ReceiveStock.MOST_PIECES) int change,
            @NotBlank @Size(max = 200) String reason,
            @NotBlank @Size(max = 100) String reference) {

        @AssertTrue(message = "the change must not be 0") boolean isChanging() {
            return change != 0;
        }
    }

    @PostMapping("/receipts")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Void> receive(@PathVariable Sku sku, @Valid @RequestBody Receipt receipt) {
        return created(sku, new ReceiveStock(inventory.warehouse(), sku, receipt.quantity(), receipt.reference()));
    }

    @PostMapping("/adjustments")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Void> adjust(@PathVariable Sku sku, @Valid @RequestBody Adjustment adjustment) {
        return created(sku, new AdjustStock(
                inventory.warehouse(), sku, adjustment.change(), adjustment.reason(), adjustment.reference()));
    }

    private ResponseEntity<Void> created(Sku sku, Object command) {
        ownWrites.await(commands.require(command), stocks::version);
        return ResponseEntity.created(URI.create("/api/inventory/stock/" + sku.value())).build();
    }
}
