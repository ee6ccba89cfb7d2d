package dev.cleave.ordering.api;

import dev.cleave.catalog.api.Sku;

/** What a customer asks for: a product and how many pieces, at least 1. */
public record OrderedLine(Sku sku, int quantity) {}
