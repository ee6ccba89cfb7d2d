package dev.cleave.inventory.api;

import dev.cleave.catalog.api.Sku;

/**
 * A product of which too few pieces are free.
 *
 * @param requested the pieces asked for
 * @param available the pieces that are free, fewer than requested
 */
public record Shortage(Sku sku, int requested, long available) {}
