package dev.cleave.inventory.api;

import dev.cleave.catalog.api.Sku;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Books pieces that arrived; the same reference for the same product counts once. */
public record ReceiveStock(@TargetAggregateIdentifier WarehouseId warehouse, Sku sku, int quantity, String reference) {}
