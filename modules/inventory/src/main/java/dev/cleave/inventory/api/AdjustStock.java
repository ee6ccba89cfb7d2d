package dev.cleave.inventory.api;

import dev.cleave.catalog.api.Sku;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Corrects the stock on hand by a signed number of pieces; the same reference for the same product counts once. */
public record AdjustStock(@TargetAggregateIdentifier WarehouseId warehouse, Sku sku, int change, String reason, String reference) {}
