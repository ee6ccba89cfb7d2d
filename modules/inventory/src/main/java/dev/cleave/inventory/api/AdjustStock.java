package dev.cleave.inventory.api;

import dev.cleave.catalog.api.Sku;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Corrects the stock on hand. The same reference for the same product counts once; with another change it is refused with
 * {@link InventoryFailure#REFERENCE_REUSED}. A correction upwards of a product that nobody listed is refused with
 * {@link InventoryFailure#PRODUCT_UNKNOWN}, of one that inventory has yet to hear of with
 * {@link InventoryFailure#PRODUCT_NOT_YET_KNOWN}; what is there can always be taken off. A correction below what is reserved is refused with
 * {@link InventoryFailure#STOCK_RESERVED}, one above what a warehouse may hold with
 * {@link InventoryFailure#QUANTITY_TOO_LARGE}.
 *
 * @param change pieces more or, below 0, fewer; not 0
 * @param reason in a word or two, no personal data
 * @param reference what this correction is known by, no personal data
 */
public record AdjustStock(
        @TargetAggregateIdentifier WarehouseId warehouse, Sku sku, int change, String reason, String reference) {

    /** @throws IllegalArgumentException if nothing changes */
    public AdjustStock {
        if (change == 0) {
            throw new IllegalArgumentException("A correction must change the stock");
        }
    }
}
