package dev.cleave.inventory.api;

import dev.cleave.catalog.api.Sku;
import org.axonframework.serialization.Revision;

/** The stock on hand was corrected. */
@Revision("1")
public record StockAdjusted(WarehouseId warehouse, Sku sku, int change, String reason, String reference) {}
