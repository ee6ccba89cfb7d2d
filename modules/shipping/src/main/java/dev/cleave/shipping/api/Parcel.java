package dev.cleave.shipping.api;

import dev.cleave.catalog.api.Sku;

/**
 * Pieces of one product in a shipment.
 *
 * @param quantity how many, at least 1
 */
public record Parcel(Sku sku, int quantity) {

    public Parcel {
        if (quantity < 1) {
            throw new IllegalArgumentException("A parcel holds at least one piece");
        }
    }
}
