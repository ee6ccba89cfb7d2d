package dev.cleave.shipping.api;

import dev.cleave.catalog.api.Sku;

/** Pieces of one product in a shipment. */
public record Parcel(Sku sku, int quantity) {}
