package dev.cleave.inventory.api;

import dev.cleave.catalog.api.Sku;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Books pieces that arrived. The same reference for the same product counts once; with another quantity it is refused with
 * {@link InventoryFailure#REFERENCE_REUSED}. A product that nobody listed is refused with
 * {@link InventoryFailure#PRODUCT_UNKNOWN}, one that inventory has yet to hear of with
 * {@link InventoryFailure#PRODUCT_NOT_YET_KNOWN}; pieces of a retired one are still taken in. More than a warehouse may hold is refused with
 * {@link InventoryFailure#QUANTITY_TOO_LARGE}.
 *
 * @param quantity at least 1
 * @param reference what this receipt is known by, no personal data
 */
public record ReceiveStock(@TargetAggregateIdentifier WarehouseId warehouse, Sku sku, int quantity, String reference) {

    /** The most pieces of one product that a warehouse takes in. */
    public static final int MOST_PIECES = 1_000_000_000;

    /** @throws IllegalArgumentException if the quantity is below 1 */
    public ReceiveStock {
        if (quantity < 1) {
            throw new IllegalArgumentException("A receipt must have at least 1 piece");
        }
    }
}
