package dev.cleave.inventory.api;

import dev.cleave.catalog.api.Sku;

/** Pieces of one product; quantity is at least 1. */
public record StockLine(Sku sku, int quantity) {}
