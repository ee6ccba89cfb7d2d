package dev.cleave.inventory.api;

import dev.cleave.catalog.api.Sku;

/** A product of which too few pieces are free. */
public record Shortage(Sku sku, int requested, long available) {}
