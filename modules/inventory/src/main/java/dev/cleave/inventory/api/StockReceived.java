package dev.cleave.inventory.api;

import dev.cleave.catalog.api.Sku;
import org.axonframework.serialization.Revision;

/** Pieces arrived. */
@Revision("1")
public record StockReceived(WarehouseId warehouse, Sku sku, int quantity, String reference) {}
