package dev.cleave.catalog.api;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A product is called or described otherwise: what it says from now on. */
@Revision("1")
public record ProductTextChanged(Sku sku, String name, @Nullable String description) {}
